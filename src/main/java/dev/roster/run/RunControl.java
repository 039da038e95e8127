package dev.roster.run;

import dev.roster.delivery.Traffic;
import dev.roster.store.Actor;
import dev.roster.store.AuditEntry;
import dev.roster.store.AuditEntry.Action;
import dev.roster.store.AuditTrail;
import dev.roster.store.Run;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import dev.roster.store.RunState;
import dev.roster.store.SafeStorage;
import dev.roster.store.StorageUnsafe;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people say to a run: go on, not this one, stop. */
@Component
public class RunControl {

    private final RunSubjects subjects;
    private final RunRows rows;
    private final ActiveRuns active;
    private final Traffic traffic;
    private final SafeStorage storage;
    private final AuditTrail audit;
    private final MovedWorld world;
    private final QuietTime quietTime;

    RunControl(
            RunSubjects subjects,
            RunRows rows,
            ActiveRuns active,
            Traffic traffic,
            SafeStorage storage,
            AuditTrail audit,
            MovedWorld world,
            QuietTime quietTime) {
        this.quietTime = quietTime;
        this.world = world;
        this.storage = storage;
        this.audit = audit;
        this.subjects = subjects;
        this.rows = rows;
        this.active = active;
        this.traffic = traffic;
    }

    /**
     * Takes a run that waits, or that only planned, to being carried out.
     *
     * @throws NotWaiting when there is nothing to approve, or something that the plan rests on has changed since
     * @throws StorageUnsafe when the database may not keep what comes of it
     */
    public Run approve(long id, Actor by) {
        return quietTime.begin(() -> approved(id, by));
    }

    private Run approved(long id, Actor by) {
        RunRow row = row(id);
        boolean planned = row.mode() == Run.Mode.PLAN && row.state() == RunState.COMPLETED;
        if (row.state() != RunState.AWAITING_APPROVAL && !planned) {
            throw new NotWaiting("run " + id + " is " + row.state().word() + "; there is nothing to approve");
        }
        world.since(row).ifPresent(moved -> {
            throw new NotWaiting(
                    "the plan of run " + id + " no longer holds: " + moved + ". Plan again and approve that.");
        });
        storage.require();
        Run run = subjects.find(row.connection(), row.targets()).run(id, Run.Mode.SYNC, row.reconcile());
        Instant leasedUntil = active.leaseFromNow();
        if (!active.lock(run)) {
            throw new AlreadyRunning(row.connection());
        }
        audit.add(by, AuditEntry.about(Action.APPROVE, row));
        rows.state(id, RunState.APPLYING);
        // Last: what fails before leaves a lease that runs out.
        active.begin(run, traffic.sent(), leasedUntil);
        return run;
    }

    /** @throws NotWaiting when the run does not wait */
    @Transactional
    public void reject(long id, Actor by) {
        RunRow row = row(id);
        if (row.state() != RunState.AWAITING_APPROVAL) {
            throw new NotWaiting("run " + id + " is " + row.state().word() + "; there is nothing to reject");
        }
        audit.add(by, AuditEntry.about(Action.REJECT, row));
        rows.end(id, RunState.REJECTED, null);
    }

    /** Ends a run after the requests that are under way; one that waits ends at once. */
    public void stop(long id, Actor by) {
        RunRow row = row(id);
        boolean waits = row.state() == RunState.AWAITING_APPROVAL;
        if (!waits && !row.state().working()) {
            throw new NotWaiting("run " + id + " is " + row.state().word() + "; there is nothing to stop");
        }
        audit.add(by, AuditEntry.about(Action.STOP, row));
        if (waits) {
            rows.end(id, RunState.STOPPED, null);
        } else {
            rows.stopping(id);
            active.stop(id);
        }
    }

    private RunRow row(long id) {
        return rows.find(id).orElseThrow(() -> new UnknownConnection("there is no run " + id));
    }
}
