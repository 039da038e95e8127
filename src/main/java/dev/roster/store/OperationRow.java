package dev.roster.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation as it is shown.
 *
 * @param before what was there, as far as it changes
 * @param after what is wanted instead
 * @param drift whether it mends what somebody has changed by hand in the product
 */
public record OperationRow(
        long id,
        String target,
        String kind,
        @Nullable String user,
        @Nullable String group,
        Map<String, String> before,
        Map<String, String> after,
        String reason,
        String status,
        int attempts,
        @Nullable String error,
        boolean drift) {}
