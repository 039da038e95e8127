package dev.roster.api;

import dev.roster.explanation.ExplainRequest;
import dev.roster.explanation.Explanation;
import dev.roster.explanation.SyncRequest;
import dev.roster.explanation.SyncedPerson;
import dev.roster.settings.Connection;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One person of a connection. */
@RestController
@RequestMapping("/api/connections/{connection}/users/{key}")
class UsersApi {

    private final KnownConnections connections;
    private final ExplainRequest explanations;
    private final SyncRequest syncs;

    UsersApi(KnownConnections connections, ExplainRequest explanations, SyncRequest syncs) {
        this.syncs = syncs;
        this.connections = connections;
        this.explanations = explanations;
    }

    @GetMapping
    Explanation explain(
            @PathVariable String connection,
            @PathVariable String key,
            @RequestParam(defaultValue = "") List<String> target) {
        Connection known = connections.enabled(connection);
        return explanations.explain(known.name(), key, target);
    }

    @PostMapping("/sync")
    SyncedPerson sync(
            @PathVariable String connection,
            @PathVariable String key,
            @RequestParam(defaultValue = "") List<String> target,
            Authentication by) {
        Connection known = connections.enabled(connection);
        return syncs.sync(known.name(), key, target, Asker.of(by).name());
    }
}
