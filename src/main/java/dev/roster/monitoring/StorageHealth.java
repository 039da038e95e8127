package dev.roster.monitoring;

import dev.roster.store.SafeStorage;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while the embedded database has no room, or loses what it is given. */
@Component("storage")
class StorageHealth implements HealthIndicator {

    private final SafeStorage storage;

    StorageHealth(SafeStorage storage) {
        this.storage = storage;
    }

    @Override
    public Health health() {
        // In trouble a canary is worth its write: this may be how Roster finds out that there is room again.
        return storage.trouble()
                .flatMap(trouble -> storage.probe())
                .map(trouble -> Health.down().withDetail("trouble", trouble).build())
                .orElseGet(() -> Health.up().build());
    }
}
