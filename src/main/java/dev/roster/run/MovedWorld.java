package dev.roster.run;

import dev.roster.directory.OperationStatus;
import dev.roster.store.FoundChanges;
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
 * the same object, or has read and no longer plans that operation, or has found changes and not come to a plan of them.
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
    private final FoundChanges found;

    MovedWorld(RunRows rows, OperationQuery operations, PlanDifference difference, FoundChanges found) {
        this.found = found;
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
                .flatMap(run -> written(run, objects).stream())
                .findFirst()
                .or(() -> readAgain(plan, later));
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

    /** For each target the latest plan counts, and what was read after it. */
    private Optional<String> readAgain(RunRow plan, List<RunRow> later) {
        Set<String> open = new LinkedHashSet<>(operations.targets(plan.id()));
        for (RunRow run : later) {
            Set<String> targets =
                    open.stream().filter(target -> covers(run, target)).collect(Collectors.toSet());
            Optional<String> moved = hasPlan(run) ? replanned(plan, run, targets) : unplanned(run, open);
            if (moved.isPresent()) {
                return moved;
            }
            if (hasPlan(run)) {
                open.removeAll(targets);
            }
        }
        return Optional.empty();
    }

    /** What a reading changes it marks. What a look at the products changes nobody can tell. */
    private Optional<String> unplanned(RunRow run, Set<String> targets) {
        String ended = "run " + run.id() + " has read since, and ended before it had a plan ("
                + run.state().word() + ")";
        if (run.phase() == null || targets.isEmpty()) {
            return Optional.empty();
        }
        if (!"reading".equals(run.phase())) {
            return Optional.of(ended);
        }
        long changes = found.since(run, targets);
        return changes == 0
                ? Optional.empty()
                : Optional.of(ended + "; by then it had found " + changes + " changed or new people and groups");
    }

    private Optional<String> replanned(RunRow plan, RunRow run, Set<String> targets) {
        PlanDifference.Missing missing = difference.missing(plan.id(), run.id(), targets, NAMED);
        return missing.count() == 0
                ? Optional.empty()
                : Optional.of("run " + run.id() + " has read since, and no longer plans: "
                        + listed(missing.first(), missing.count()));
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
