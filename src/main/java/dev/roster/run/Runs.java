package dev.roster.run;

import dev.roster.delivery.Traffic;
import dev.roster.store.NewRun;
import dev.roster.store.Operations;
import dev.roster.store.Run;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import dev.roster.store.RunState;
import dev.roster.store.RunTarget;
import dev.roster.store.SafeStorage;
import dev.roster.store.SourceSizes;
import dev.roster.store.StorageUnsafe;
import dev.roster.store.Unanswered;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** A run from its opening to its end; the routes call this at each step. */
@Component
public class Runs {

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    private final RunSubjects subjects;
    private final RunRows rows;
    private final ActiveRuns active;
    private final WaitingRuns waiting;
    private final Operations operations;
    private final SourceSizes sizes;
    private final Traffic traffic;
    private final RunMeters meters;
    private final SafeStorage storage;
    private final Fingerprints fingerprints;
    private final QuietTime quietTime;
    private final RunBreadth breadth;
    private final RunCounts counts;
    private final Unanswered unanswered;

    Runs(
            RunSubjects subjects,
            RunRows rows,
            ActiveRuns active,
            WaitingRuns waiting,
            Operations operations,
            SourceSizes sizes,
            Traffic traffic,
            RunMeters meters,
            SafeStorage storage,
            Fingerprints fingerprints,
            QuietTime quietTime,
            RunBreadth breadth,
            RunCounts counts,
            Unanswered unanswered) {
        this.unanswered = unanswered;
        this.counts = counts;
        this.quietTime = quietTime;
        this.storage = storage;
        this.subjects = subjects;
        this.rows = rows;
        this.active = active;
        this.waiting = waiting;
        this.operations = operations;
        this.sizes = sizes;
        this.traffic = traffic;
        this.meters = meters;
        this.fingerprints = fingerprints;
        this.breadth = breadth;
    }

    /** For the route {@code sync}. */
    public Run openByHand(String connection) {
        return open(new RunRequest(connection, Run.Mode.SYNC, false, List.of(), "route", null));
    }

    /**
     * Opens a run and takes the connection's lock for it.
     *
     * @throws UnknownConnection when there is no such connection or target
     * @throws AlreadyRunning when another run of the connection is at work, in this process or another
     * @throws StorageUnsafe when the database may not keep what comes of it
     */
    public Run open(RunRequest request) {
        return quietTime.begin(() -> opened(request));
    }

    private Run opened(RunRequest request) {
        RunSubject subject = subjects.find(request.connection(), request.targets());
        NewRun asked = new NewRun(
                subject.connectionNo(),
                request.mode(),
                request.reconcile(),
                request.targets(),
                request.trigger(),
                request.by());
        storage.require();
        Instant leasedUntil = active.leaseFromNow();
        long id = active.open(asked).orElseThrow(() -> new AlreadyRunning(request.connection()));
        Run run = subject.run(id, request.mode(), request.reconcile());
        rows.settings(id, fingerprints.of(run.connection()));
        endOrphans(run);
        // Last: what fails before leaves a lease that runs out.
        active.begin(run, traffic.sent(), leasedUntil);
        LOG.info(
                "run {} of {} begins: {}, {}",
                id,
                run.connection().id(),
                request.mode().word(),
                request.trigger());
        return run;
    }

    private void endOrphans(Run run) {
        for (long orphan : rows.orphans(run.connectionNo(), run.id())) {
            rows.end(orphan, RunState.FAILED, "its process ended; run " + run.id() + " goes on from there");
        }
    }

    public void beginReading(Run run) {
        rows.state(run.id(), RunState.READING);
        rows.phase(run.id(), "reading", 0);
    }

    public void beginLooking(Run run) {
        goOn(run);
        rows.phase(run.id(), "looking", 0);
    }

    public void beginPlanning(Run run) {
        goOn(run);
        rows.state(run.id(), RunState.PLANNING);
        rows.phase(run.id(), "planning", 0);
    }

    public void beginApplying(Run run) {
        goOn(run);
        rows.state(run.id(), RunState.APPLYING);
        rows.phase(run.id(), "applying", operations.planned(run.id()));
    }

    /** @throws RunStopped when the run is to do nothing more */
    public void goOn(Run run) {
        active.heedStorage(run);
        if (!run.isImagined() && active.isStopped(run)) {
            throw new RunStopped();
        }
    }

    /**
     * A product could not be read: nothing is planned for it, and the others go on. One at a time: what one writes down
     * must not be older than what another has.
     */
    public synchronized void leaveOut(Run run, RunTarget target, Exception failure) {
        LOG.warn("run {} leaves out {}: {}", run.id(), target.id(), FailureText.of(failure));
        active.leaveOut(run, target);
        breadth.forget(run, target);
        rows.leftOut(run.id(), active.leftOut(run));
        rows.message(run.id(), target.settings().name() + " was left out: " + FailureText.of(failure));
    }

    /** The targets that could be read. */
    public List<RunTarget> readable(Run run) {
        List<String> leftOut = active.leftOut(run);
        return run.targets().stream()
                .filter(target -> !leftOut.contains(target.settings().name()))
                .toList();
    }

    /** Those of them that have anything to plan. */
    public List<RunTarget> toPlan(Run run) {
        return readable(run).stream()
                .filter(target -> breadth.anything(run, target))
                .toList();
    }

    /** Those of them for which anything may have been planned. */
    public List<RunTarget> toApply(Run run) {
        return readable(run).stream()
                .filter(target -> breadth.anything(run, target) || !breadth.isDecided(run, target))
                .toList();
    }

    /** Whether the plan is to be carried out now: it is no plan-only run, and nothing about it has to be approved. */
    public boolean mayApply(Run run) {
        RunRow row = rows.find(run.id()).orElseThrow();
        return run.mode() == Run.Mode.SYNC && row.state() == RunState.PLANNING && row.waitsFor() == null;
    }

    /** What remains when the last step is through. */
    public void end(Run run) {
        RunRow row = rows.find(run.id()).orElseThrow();
        counts.keep(run);
        if (row.state() == RunState.APPLYING) {
            rememberSizes(run);
        }
        active.heedStorage(run);
        if (active.isStopped(run)) {
            finishStopped(run);
        } else if (run.mode() == Run.Mode.SYNC && row.state() == RunState.PLANNING && row.waitsFor() != null) {
            letWait(run, row.waitsFor());
        } else {
            finish(run, outcome(run), null);
        }
    }

    /**
     * What nothing was planned from has not changed, as far as a target goes, and is not counted again. A run about one
     * person says nothing about the others.
     */
    private void rememberSizes(Run run) {
        if (!toPlan(run).isEmpty()) {
            sizes.remember(run.connectionNo());
        } else if (readable(run).stream().anyMatch(target -> breadth.isDecided(run, target))) {
            sizes.forgetEmptied(run.connectionNo());
        }
    }

    private void letWait(Run run, String why) {
        Optional<Long> same = waiting.withPlanOf(run);
        if (same.isPresent()) {
            String message = "the same plan as run " + same.get() + ", which waits for approval";
            finish(run, RunState.COMPLETED, message);
            return;
        }
        waiting.replaceBy(run);
        active.letWait(run);
        LOG.warn(
                "run {} of {} waits for approval: {}",
                run.id(),
                run.connection().id(),
                why);
    }

    private RunState outcome(Run run) {
        boolean dead = operations.counts(run.id()).values().stream()
                .flatMap(kinds -> kinds.values().stream())
                .anyMatch(statuses -> statuses.containsKey("dead"));
        boolean open = run.targets().stream().anyMatch(target -> unanswered.any(run, target));
        return dead || open || !active.leftOut(run).isEmpty() ? RunState.COMPLETED_WITH_ERRORS : RunState.COMPLETED;
    }

    /** Something went wrong that is not one product's or one operation's: the run ends, and the next starts anew. */
    public void fail(Run run, Exception failure) {
        counts.keep(run);
        active.heedStorage(run);
        if (failure instanceof RunStopped || active.isStopped(run)) {
            finishStopped(run);
            return;
        }
        if (FailureText.isOwnFault(failure)) {
            LOG.error("run {} failed", run.id(), failure);
        }
        finish(run, RunState.FAILED, FailureText.of(failure));
    }

    private void finishStopped(Run run) {
        Optional<String> trouble = active.trouble(run);
        if (trouble.isPresent()) {
            finish(run, RunState.FAILED, trouble.get());
        } else {
            finish(run, RunState.STOPPED, active.whyStopped());
        }
    }

    /** Whatever happened on the way: no run stays open, and no lock is held, when its route is through. */
    public void close(Run run) {
        if (active.isActive(run)) {
            endAnyhow(run);
        }
    }

    private void endAnyhow(Run run) {
        try {
            fail(run, new IllegalStateException("the route ended before the run did"));
        } catch (DataAccessException | TransactionException e) {
            LOG.error("the end of run {} could not be stored", run.id(), e);
            active.endLater(run, "the database could not be reached, or refused to go on; see the log");
        }
    }

    private void finish(Run run, RunState state, @Nullable String message) {
        active.end(run, state, message);
        meters.ended(run, state);
        LOG.info(
                "run {} of {} ended: {}{}",
                run.id(),
                run.connection().id(),
                state.word(),
                message == null ? "" : ", " + message);
    }
}
