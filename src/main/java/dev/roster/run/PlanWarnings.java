package dev.roster.run;

import dev.roster.store.Run;
import dev.roster.store.RunRows;
import dev.roster.store.RunTarget;
import dev.roster.store.SeatCounts;
import dev.roster.store.Seen;
import dev.roster.store.Seen.AccessGroup;
import dev.roster.store.Warning;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What somebody should know about a plan that may be carried out all the same. */
@Component
public class PlanWarnings {

    private final Runs runs;
    private final Seen seen;
    private final SeatCounts seatCounts;
    private final RunRows rows;

    PlanWarnings(Runs runs, Seen seen, SeatCounts seatCounts, RunRows rows) {
        this.runs = runs;
        this.seen = seen;
        this.seatCounts = seatCounts;
        this.rows = rows;
    }

    public void note(Run run) {
        List<Warning> warnings = runs.readable(run).stream()
                .flatMap(target -> Stream.concat(access(target).stream(), seats(run, target)))
                .toList();
        rows.warnings(run.id(), warnings);
    }

    private Stream<Warning> seats(Run run, RunTarget target) {
        return seatCounts.uses(run, target).stream()
                .filter(use -> !use.fits())
                .map(use -> new Warning(
                        target.settings().name(),
                        use.taken() + " people would take a licence seat of " + use.application() + ", and "
                                + (use.left() + use.freed()) + " are left",
                        "The product refuses those for whom none is left, and they become dead letters. Let fewer"
                                + " people into the groups that grant access, or get a larger licence."));
    }

    /** Silent about a product that does not tell which groups grant access; a check says that once. */
    private Optional<Warning> access(RunTarget target) {
        List<AccessGroup> groups = seen.accessGroups(target);
        if (groups.isEmpty() || groups.stream().anyMatch(AccessGroup::filled)) {
            return Optional.empty();
        }
        List<String> advisable = groups.stream()
                .filter(group -> !group.administrators())
                .map(AccessGroup::name)
                .toList();
        return Optional.of(
                new Warning(target.settings().name(), AccessThroughGroups.NONE, AccessThroughGroups.advice(advisable)));
    }
}
