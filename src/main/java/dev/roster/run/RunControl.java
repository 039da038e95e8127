package dev.roster.run;

import dev.roster.delivery.Traffic;
import dev.roster.store.Run;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import dev.roster.store.RunState;
import dev.roster.store.SafeStorage;
import dev.roster.store.StorageUnsafe;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What people say to a run: go on, not this one, stop. */
@Component
public class RunControl {

    private final RunSubjects subjects;
    private final RunRows rows;
    private final ActiveRuns active;
    private final Traffic traffic;
    private final SafeStorage storage;

    RunControl(RunSubjects subjects, RunRows rows, ActiveRuns active, Traffic traffic, SafeStorage storage) {
        this.storage = storage;
        this.subjects = subjects;
        this.rows = rows;
        this.active = active;
        this.traffic = traffic;
    }

    /**
     * Takes a run that waits, or that only planned, to being carried out.
     *
     * @throws NotWaiting when there is nothing to approve
     * @throws StorageUnsafe when the database may not keep what comes of it
     */
    public Run approve(long id) {
        RunRow row = row(id);
        boolean planned = row.mode() == Run.Mode.PLAN && row.state() == RunState.COMPLETED;
        if (row.state() != RunState.AWAITING_APPROVAL && !planned) {
            throw new NotWaiting("run " + id + " is " + row.state().word() + "; there is nothing to approve");
        }
        if (rows.carriedOutSince(row)) {
            throw new NotWaiting("another run was carried out since; plan again and approve that");
        }
        storage.require();
        Run run = subjects.find(row.connection(), row.targets()).run(id, Run.Mode.SYNC, row.reconcile());
        Instant leasedUntil = active.leaseFromNow();
        if (!active.lock(run)) {
            throw new AlreadyRunning(row.connection());
        }
        active.begin(run, traffic.sent(), leasedUntil);
        rows.state(id, RunState.APPLYING);
        return run;
    }

    /** @throws NotWaiting when the run does not wait */
    public void reject(long id) {
        RunRow row = row(id);
        if (row.state() != RunState.AWAITING_APPROVAL) {
            throw new NotWaiting("run " + id + " is " + row.state().word() + "; there is nothing to reject");
        }
        rows.end(id, RunState.REJECTED, null);
    }

    /** Ends a run after the requests that are under way; one that waits ends at once. */
    public void stop(long id) {
        RunRow row = row(id);
        if (row.state() == RunState.AWAITING_APPROVAL) {
            rows.end(id, RunState.STOPPED, null);
        } else if (row.state().working()) {
            rows.stopping(id);
            active.stop(id);
        } else {
            throw new NotWaiting("run " + id + " is " + row.state().word() + "; there is nothing to stop");
        }
    }

    private RunRow row(long id) {
        return rows.find(id).orElseThrow(() -> new UnknownConnection("there is no run " + id));
    }
}
