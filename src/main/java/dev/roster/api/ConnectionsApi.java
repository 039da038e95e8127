package dev.roster.api;

import dev.roster.overview.ConnectionView;
import dev.roster.overview.ConnectionViews;
import dev.roster.overview.RunView;
import dev.roster.overview.RunViews;
import dev.roster.run.CheckReport;
import dev.roster.run.CheckRequest;
import dev.roster.run.RunQueue;
import dev.roster.run.RunRequest;
import dev.roster.settings.Connection;
import dev.roster.store.EntraGroupQuery;
import dev.roster.store.EntraGroupQuery.EntraGroupRow;
import dev.roster.store.Run;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Connections: what they are at, their check, their groups, and new runs. */
@RestController
@RequestMapping("/api/connections")
class ConnectionsApi {

    private final KnownConnections connections;
    private final ConnectionViews views;
    private final RunViews runs;
    private final RunQueue queue;
    private final CheckRequest checks;
    private final EntraGroupQuery groups;

    ConnectionsApi(
            KnownConnections connections,
            ConnectionViews views,
            RunViews runs,
            RunQueue queue,
            CheckRequest checks,
            EntraGroupQuery groups) {
        this.connections = connections;
        this.views = views;
        this.runs = runs;
        this.queue = queue;
        this.checks = checks;
        this.groups = groups;
    }

    @GetMapping
    List<ConnectionView> list() {
        return views.all();
    }

    @PostMapping("/{connection}/check")
    CheckReport.Result check(@PathVariable String connection) {
        return checks.check(connections.enabled(connection).name());
    }

    @GetMapping("/{connection}/groups")
    List<EntraGroupRow> groups(@PathVariable String connection) {
        return groups.list(connections.known(connection).name());
    }

    @PostMapping("/{connection}/runs")
    ResponseEntity<RunView> start(
            @PathVariable String connection,
            @RequestBody(required = false) @Nullable JsonNode body,
            Authentication by) {
        Connection known = connections.enabled(connection);
        long run = queue.start(request(known, JsonBody.of(body, Set.of("mode", "reconcile", "targets")), Asker.of(by)));
        return ResponseEntity.accepted()
                .location(URI.create("/api/runs/" + run))
                .body(runs.find(run).orElseThrow());
    }

    private static RunRequest request(Connection connection, JsonBody body, Asker asker) {
        List<String> targets = body.texts("targets");
        for (String target : targets) {
            if (connection.target(target).isEmpty()) {
                throw new BadRequest("the connection " + connection.name() + " has no target " + target);
            }
        }
        return new RunRequest(
                connection.name(),
                mode(body.text("mode", Run.Mode.SYNC.word())),
                body.flag("reconcile"),
                targets,
                asker.trigger(),
                asker.name());
    }

    private static Run.Mode mode(String word) {
        for (Run.Mode mode : Run.Mode.values()) {
            if (mode.word().equals(word)) {
                return mode;
            }
        }
        throw new BadRequest("mode is sync or plan, not " + word);
    }
}
