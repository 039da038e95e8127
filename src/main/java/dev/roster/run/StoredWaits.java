package dev.roster.run;

import dev.roster.delivery.ServiceHealth;
import dev.roster.store.LeftAlone;
import org.springframework.stereotype.Component;

/** Waits that services asked another process for: one that was here before, or another instance. */
@Component
class StoredWaits {

    private final LeftAlone stored;
    private final ServiceHealth health;

    StoredWaits(LeftAlone stored, ServiceHealth health) {
        this.stored = stored;
        this.health = health;
    }

    /** From now on this process obeys them, too; for each run that begins. */
    void obey() {
        stored.all().forEach(health::resume);
    }
}
