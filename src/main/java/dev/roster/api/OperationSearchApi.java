package dev.roster.api;

import dev.roster.store.FoundOperation;
import dev.roster.store.OperationFilter;
import dev.roster.store.OperationSearch;
import dev.roster.store.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was done to somebody, or to a group, by whichever run. */
@RestController
class OperationSearchApi {

    private final KnownConnections connections;
    private final OperationSearch operations;

    OperationSearchApi(KnownConnections connections, OperationSearch operations) {
        this.connections = connections;
        this.operations = operations;
    }

    @GetMapping("/api/operations")
    Page<FoundOperation> search(
            @RequestParam(required = false) @Nullable String connection,
            OperationWords words,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        OperationFilter filter = words.filter();
        if (filter.user() == null && filter.group() == null) {
            throw new BadRequest("say about whom or what: user=… or group=…; a run's own operations are at"
                    + " /api/runs/{id}/operations, and what failed for good at /api/dead-letters");
        }
        String name = Filters.given(connection);
        return operations.page(name == null ? null : connections.known(name).name(), filter, Filters.page(page, size));
    }
}
