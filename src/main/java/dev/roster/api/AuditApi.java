package dev.roster.api;

import dev.roster.store.AuditTrail;
import dev.roster.store.AuditTrail.Recorded;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people decided, and which settings changed. */
@RestController
class AuditApi {

    private final KnownConnections connections;
    private final AuditTrail audit;

    AuditApi(KnownConnections connections, AuditTrail audit) {
        this.connections = connections;
        this.audit = audit;
    }

    @GetMapping("/api/audit")
    List<Recorded> latest(
            @RequestParam(required = false) @Nullable String connection, @RequestParam(defaultValue = "50") int limit) {
        String name = Filters.given(connection);
        return audit.latest(name == null ? null : connections.known(name).name(), Filters.limit(limit));
    }
}
