package dev.roster.api;

import dev.roster.store.OperationFilter;
import org.jspecify.annotations.Nullable;

/** Which operations a request asks for, in its own words; null, or empty, for no matter. */
record OperationWords(
        @Nullable String target,
        @Nullable String kind,
        @Nullable String status,
        @Nullable String user,
        @Nullable String group) {

    /** @throws BadRequest when there is no such kind or status */
    OperationFilter filter() {
        return Filters.operations(target, kind, status, user, group);
    }
}
