package dev.roster.api;

import dev.roster.explanation.ExplainRequest;
import dev.roster.explanation.Explanation;
import dev.roster.settings.Connection;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One person of a connection. */
@RestController
@RequestMapping("/api/connections/{connection}/users/{key}")
class UsersApi {

    private final KnownConnections connections;
    private final ExplainRequest explanations;

    UsersApi(KnownConnections connections, ExplainRequest explanations) {
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
}
