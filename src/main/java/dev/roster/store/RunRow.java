package dev.roster.store;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run as the tables have it.
 *
 * @param trigger what started it: schedule, reconcile, api, command-line, route, user, take-over
 * @param targets names of the targets it is limited to; empty for all
 * @param phaseAt when it came to this phase
 * @param waitsFor why it needs an approval; null when it needs none
 * @param leftOut names of the targets that could not be read
 * @param warnings about its plan
 * @param requests requests sent, by service
 * @param decisions by target and reason
 * @param passedLimits which limits its plan is over
 * @param settings fingerprint of the settings and routes it works with; null for runs of before there was one
 */
public record RunRow(
        long id,
        String connection,
        Run.Mode mode,
        String trigger,
        @Nullable String startedBy,
        RunState state,
        boolean reconcile,
        List<String> targets,
        OffsetDateTime startedAt,
        @Nullable OffsetDateTime finishedAt,
        @Nullable String phase,
        @Nullable OffsetDateTime phaseAt,
        long done,
        long total,
        @Nullable String message,
        @Nullable String waitsFor,
        List<String> leftOut,
        List<Warning> warnings,
        Map<String, Long> requests,
        Map<String, Map<String, Long>> decisions,
        @Nullable String settings,
        List<PassedLimit> passedLimits) {}
