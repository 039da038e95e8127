package dev.roster.run;

import dev.roster.directory.OperationStatus;
import dev.roster.store.OperationFilter;
import dev.roster.store.OperationQuery;
import dev.roster.store.PlanDifference;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import dev.roster.store.RunState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Whether a stored plan still rests on what is there.
 *
 * <p>A plan follows from the rows alone. So a row that an operation rests on has changed when a later run has written to
 * the same object, or has read and no longer plans that operation.
 */
@Component
class MovedWorld {

    /** So many operations are named; of the others there is a number. */
    private static final int NAMED = 10;

    private static final Set<RunState> PLANNED =
            Set.of(RunState.COMPLETED, RunState.COMPLETED_WITH_ERRORS, RunState.AWAITING_APPROVAL, RunState.REJECTED);

    private final RunRows rows;
    private final OperationQuery operations;
    private final PlanDifference difference;

    MovedWorld(RunRows rows, OperationQuery operations, PlanDifference difference) {
        this.rows = rows;
        this.operations = operations;
        this.difference = difference;
    }

    /** What has moved since the run planned, in words; empty when nothing has that the plan rests on. */
    Optional<String> since(RunRow plan) {
        List<RunRow> later = rows.since(plan);
        if (later.isEmpty()) {
            return Optional.empty();
        }
        PlannedObjects objects = new PlannedObjects();
        operations.each(plan.id(), OperationFilter.NONE, objects::add);
        return later.stream()
                .flatMap(run -> written(run, objects).or(() -> unplanned(run)).stream())
                .findFirst()
                .or(() -> replanned(plan, later));
    }

    private Optional<String> written(RunRow run, PlannedObjects objects) {
        if (!wrote(run)) {
            return Optional.empty();
        }
        OperationFilter done = new OperationFilter(null, null, OperationStatus.DONE, null, null);
        List<String> named = new ArrayList<>();
        long[] touched = new long[1];
        operations.each(run.id(), done, operation -> {
            if (objects.isTouchedBy(operation) && ++touched[0] <= NAMED) {
                named.add(Stream.of(operation.target() + ":", operation.kind(), operation.user(), operation.group())
                        .flatMap(word -> Optional.ofNullable(word).stream())
                        .collect(Collectors.joining(" ")));
            }
        });
        return touched[0] == 0
                ? Optional.empty()
                : Optional.of("run " + run.id() + " was carried out since, and did to what this plan is about: "
                        + listed(named, touched[0]));
    }

    private static Optional<String> unplanned(RunRow run) {
        return hasPlan(run)
                ? Optional.empty()
                : Optional.of("run " + run.id() + " has read since, and ended before it had a plan ("
                        + run.state().word() + ")");
    }

    /** For each target the latest plan counts. */
    private Optional<String> replanned(RunRow plan, List<RunRow> later) {
        Set<String> seen = new LinkedHashSet<>();
        for (RunRow run : later) {
            Set<String> targets = new LinkedHashSet<>(operations.targets(plan.id()));
            targets.removeIf(target -> seen.contains(target) || !covers(run, target));
            seen.addAll(targets);
            PlanDifference.Missing missing = difference.missing(plan.id(), run.id(), targets, NAMED);
            if (missing.count() > 0) {
                return Optional.of("run " + run.id() + " has read since, and no longer plans: "
                        + listed(missing.first(), missing.count()));
            }
        }
        return Optional.empty();
    }

    private static boolean covers(RunRow run, String target) {
        return (run.targets().isEmpty() || run.targets().contains(target))
                && !run.leftOut().contains(target);
    }

    private static boolean wrote(RunRow run) {
        return "applying".equals(run.phase());
    }

    /** What waits for something has been judged, and so was planned to the end. */
    private static boolean hasPlan(RunRow run) {
        return wrote(run)
                || "planning".equals(run.phase()) && (PLANNED.contains(run.state()) || run.waitsFor() != null);
    }

    private static String listed(List<String> named, long count) {
        long more = count - named.size();
        return String.join("; ", named) + (more > 0 ? "; and " + more + " more" : "");
    }
}
