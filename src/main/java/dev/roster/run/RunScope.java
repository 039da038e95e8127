package dev.roster.run;

import dev.roster.store.Run;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a run of a connection would be about, without one. */
@Component
public class RunScope {

    private final RunSubjects subjects;

    RunScope(RunSubjects subjects) {
        this.subjects = subjects;
    }

    /**
     * A run that is not: it has no number, no row and no lock.
     *
     * @param targets by name; none for all
     * @throws UnknownConnection when there is no such connection or target, or it is not enabled
     */
    public Run imagined(String connection, List<String> targets) {
        return subjects.find(connection, targets).run(0, Run.Mode.PLAN, true);
    }
}
