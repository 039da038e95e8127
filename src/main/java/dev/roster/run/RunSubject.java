package dev.roster.run;

import dev.roster.settings.Connection;
import dev.roster.store.Run;
import dev.roster.store.RunTarget;
import java.util.List;

/**
 * What a run is about.
 *
 * @param connectionNo the connection's number in the database
 * @param targets those of its targets that were asked for
 */
record RunSubject(Connection connection, int connectionNo, List<RunTarget> targets) {

    Run run(long id, Run.Mode mode, boolean reconcile) {
        return new Run(id, connection, connectionNo, mode, reconcile, targets);
    }
}
