package dev.roster.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters something is to be done with.
 *
 * @param ids their numbers; null for all open ones
 * @param connection limits all to one connection
 * @param target limits all to one target
 */
public record DeadLetterChoice(
        @Nullable List<Long> ids,
        @Nullable String connection,
        @Nullable String target) {}
