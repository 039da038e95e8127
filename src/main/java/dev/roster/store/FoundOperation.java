package dev.roster.store;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;

/**
 * An operation of some run.
 *
 * @param at when the run began
 */
public record FoundOperation(
        long run,
        OffsetDateTime at,
        String connection,
        @JsonUnwrapped OperationRow operation) {}
