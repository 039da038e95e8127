package dev.roster.overview;

import dev.roster.store.PassedLimit;
import dev.roster.store.Warning;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is shown.
 *
 * @param targets names of the targets it is limited to; empty for all
 * @param counts by target and kind of operation
 * @param breadth why each target was looked at and planned in full, as far as it was due, or not at all
 * @param drift how many operations mend what was changed by hand, by target
 * @param requests by {@code graph} and the targets' names
 * @param decisions by target and reason
 * @param waitsFor why it needs, or needed, an approval; null when it needs none
 * @param leftOut names of the targets that could not be read
 * @param settings fingerprint of the settings, routes and version it works with; null for runs of before there was one
 * @param estimateSeconds how long it would take to carry the plan out; null when nothing tells, or no plan is open
 * @param passedLimits the limits that it waits for, with how far it is over them and whom it would hit first
 * @param warnings what somebody should know about its plan; no reason to wait
 */
public record RunView(
        long id,
        String connection,
        String mode,
        boolean reconcile,
        List<String> targets,
        String trigger,
        @Nullable String startedBy,
        String state,
        OffsetDateTime startedAt,
        @Nullable OffsetDateTime finishedAt,
        Progress progress,
        Map<String, Map<String, OperationCounts>> counts,
        Map<String, String> breadth,
        Map<String, Long> drift,
        Map<String, Long> requests,
        Map<String, Map<String, Long>> decisions,
        @Nullable String waitsFor,
        List<String> leftOut,
        List<Warning> warnings,
        @Nullable String message,
        @Nullable String settings,
        @Nullable Long estimateSeconds,
        List<PassedLimit> passedLimits) {}
