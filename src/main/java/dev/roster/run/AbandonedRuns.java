package dev.roster.run;

import dev.roster.settings.Settings;
import dev.roster.store.Run;
import dev.roster.store.RunLocks;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Runs that are not heard of any more, as their instance died; the route {@code finish} asks for them. */
@Component
public class AbandonedRuns {

    /** What starts the run that finishes the work. */
    static final String TRIGGER = "take-over";

    private static final Logger LOG = LoggerFactory.getLogger(AbandonedRuns.class);

    private final RunLocks locks;
    private final RunRows rows;
    private final ActiveRuns active;
    private final Settings settings;

    AbandonedRuns(RunLocks locks, RunRows rows, ActiveRuns active, Settings settings) {
        this.locks = locks;
        this.rows = rows;
        this.active = active;
        this.settings = settings;
    }

    /** The runs that finish their work; none when the database does not answer. */
    public List<RunRequest> toFinish() {
        try {
            return active.isEnding()
                    ? List.of()
                    : locks.abandoned().stream()
                            .map(rows::find)
                            .flatMap(Optional::stream)
                            .filter(this::isToBeFinished)
                            .map(AbandonedRuns::request)
                            .toList();
        } catch (DataAccessException | TransactionException e) {
            // Health says so; this asks again in a few seconds, and would fill the log.
            LOG.debug("whether runs are abandoned could not be read", e);
            return List.of();
        }
    }

    /**
     * Somebody who stopped a run, asked for a plan, or for one person, did not ask for what a whole run does. What
     * finishes a dead run and dies itself may have been the cause of both deaths, and is left to the next run.
     */
    private boolean isToBeFinished(RunRow row) {
        return row.state().working()
                && row.mode() == Run.Mode.SYNC
                && !row.trigger().equals("user")
                && !row.trigger().equals(TRIGGER)
                && !rows.isStopping(row.id())
                && settings.connection(row.connection())
                        .filter(connection -> connection.enabled())
                        .isPresent();
    }

    private static RunRequest request(RunRow row) {
        LOG.warn("run {} of {} is not heard of any more; another one finishes its work", row.id(), row.connection());
        return new RunRequest(row.connection(), Run.Mode.SYNC, row.reconcile(), row.targets(), TRIGGER, null);
    }
}
