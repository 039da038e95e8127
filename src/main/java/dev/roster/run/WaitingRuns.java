package dev.roster.run;

import dev.roster.store.Run;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import dev.roster.store.RunState;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The runs that wait for somebody's approval: of each connection the one with the newest plan. */
@Component
class WaitingRuns {

    private final RunRows rows;

    WaitingRuns(RunRows rows) {
        this.rows = rows;
    }

    /** The run that waits with the very plan of this one; empty when none does. */
    Optional<Long> withPlanOf(Run run) {
        return rows.waiting(run.connectionNo()).stream()
                .map(RunRow::id)
                .filter(earlier -> rows.samePlan(earlier, run.id()))
                .findFirst();
    }

    /** Nobody can approve an older plan any more. */
    void replaceBy(Run run) {
        rows.waiting(run.connectionNo())
                .forEach(earlier -> rows.end(
                        earlier.id(), RunState.REJECTED, "replaced by run " + run.id() + ", whose plan differs"));
    }
}
