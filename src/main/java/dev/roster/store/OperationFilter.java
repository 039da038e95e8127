package dev.roster.store;

import dev.roster.directory.OperationKind;
import dev.roster.directory.OperationStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which operations are asked for; null for no matter.
 *
 * @param user a username, in any case
 * @param group a group's name, in any case
 */
public record OperationFilter(
        @Nullable String target,
        @Nullable OperationKind kind,
        @Nullable OperationStatus status,
        @Nullable String user,
        @Nullable String group) {

    public static final OperationFilter NONE = new OperationFilter(null, null, null, null, null);
}
