package dev.roster.api;

import dev.roster.directory.OperationKind;
import dev.roster.directory.OperationStatus;
import dev.roster.directory.Reason;
import dev.roster.store.OperationFilter;
import dev.roster.store.PageRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The filters of a request; an empty one is none. */
final class Filters {

    private static final int MOST = 1000;

    private Filters() {}

    /** @throws BadRequest when there is no such kind or status */
    static OperationFilter operations(
            @Nullable String target,
            @Nullable String kind,
            @Nullable String status,
            @Nullable String user,
            @Nullable String group) {
        String kindWord = given(kind);
        String statusWord = given(status);
        return new OperationFilter(
                given(target),
                kindWord == null ? null : checked(() -> OperationKind.of(kindWord)),
                statusWord == null ? null : status(statusWord),
                given(user),
                given(group));
    }

    private static OperationStatus status(String word) {
        for (OperationStatus status : OperationStatus.values()) {
            if (status.word().equals(word)) {
                return status;
            }
        }
        throw new BadRequest("no status of an operation is called " + word);
    }

    /** @throws BadRequest when there is no such reason */
    static @Nullable String reason(@Nullable String reason) {
        String word = given(reason);
        if (word == null) {
            return null;
        }
        for (Reason known : Reason.values()) {
            if (known.word().equals(word)) {
                return word;
            }
        }
        throw new BadRequest("no reason is called " + word);
    }

    /** @throws BadRequest when it is out of bounds */
    static PageRequest page(int page, int size) {
        return checked(() -> new PageRequest(page, size));
    }

    /** @throws BadRequest when it is out of bounds */
    static int limit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new BadRequest("limit is between 1 and " + MOST);
        }
        return limit;
    }

    static @Nullable String given(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
    }
}
