package dev.roster.api;

import dev.roster.overview.RunView;
import dev.roster.overview.RunViews;
import dev.roster.run.RunControl;
import dev.roster.run.RunQueue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Runs: where they stand, and what people decide about them. */
@RestController
@RequestMapping("/api/runs")
class RunsApi {

    private final KnownConnections connections;
    private final RunViews views;
    private final RunQueue queue;
    private final RunControl control;

    RunsApi(KnownConnections connections, RunViews views, RunQueue queue, RunControl control) {
        this.connections = connections;
        this.views = views;
        this.queue = queue;
        this.control = control;
    }

    @GetMapping
    List<RunView> list(
            @RequestParam(required = false) @Nullable String connection,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "20") int limit) {
        String name = Filters.given(connection);
        return views.latest(name == null ? null : connections.known(name).name(), before, Filters.limit(limit));
    }

    @GetMapping("/{id}")
    RunView find(@PathVariable long id) {
        return views.find(id).orElseThrow(() -> new NotFound("there is no run " + id));
    }

    @PostMapping("/{id}/approve")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RunView approve(@PathVariable long id, Authentication by) {
        queue.approve(id, Asker.of(by).actor());
        return find(id);
    }

    @PostMapping("/{id}/reject")
    RunView reject(@PathVariable long id, Authentication by) {
        control.reject(id, Asker.of(by).actor());
        return find(id);
    }

    @PostMapping("/{id}/stop")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RunView stop(@PathVariable long id, Authentication by) {
        control.stop(id, Asker.of(by).actor());
        return find(id);
    }
}
