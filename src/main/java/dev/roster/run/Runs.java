package dev.roster.run;

import dev.roster.delivery.Traffic;
import dev.roster.settings.Connection;
import dev.roster.settings.Settings;
import dev.roster.store.Decisions;
import dev.roster.store.NewRun;
import dev.roster.store.Operations;
import dev.roster.store.Registry;
import dev.roster.store.Run;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import dev.roster.store.RunState;
import dev.roster.store.RunTarget;
import dev.roster.store.SourceSizes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A run from its opening to its end; the routes call this at each step. */
@Component
public class Runs {

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    private final Settings settings;
    private final Registry registry;
    private final RunRows rows;
    private final ActiveRuns active;
    private final WaitingRuns waiting;
    private final Operations operations;
    private final Decisions decisions;
    private final SourceSizes sizes;
    private final Traffic traffic;
    private final RunMeters meters;

    Runs(
            Settings settings,
            Registry registry,
            RunRows rows,
            ActiveRuns active,
            WaitingRuns waiting,
            Operations operations,
            Decisions decisions,
            SourceSizes sizes,
            Traffic traffic,
            RunMeters meters) {
        this.settings = settings;
        this.registry = registry;
        this.rows = rows;
        this.active = active;
        this.waiting = waiting;
        this.operations = operations;
        this.decisions = decisions;
        this.sizes = sizes;
        this.traffic = traffic;
        this.meters = meters;
    }

    /** For the route {@code sync}. */
    public Run openByHand(String connection) {
        return open(new RunRequest(connection, Run.Mode.SYNC, false, List.of(), "route", null));
    }

    /** For the schedule; {@code kind} is sync or reconcile. */
    public Run openScheduled(String connection, String kind) {
        boolean reconcile = kind.equals("reconcile");
        return open(new RunRequest(
                connection, Run.Mode.SYNC, reconcile, List.of(), reconcile ? "reconcile" : "schedule", null));
    }

    /**
     * Opens a run and takes the connection's lock for it.
     *
     * @throws UnknownConnection when there is no such connection or target
     * @throws AlreadyRunning when another run of the connection is at work, in this process or another
     */
    public Run open(RunRequest request) {
        Connection connection = connection(request.connection());
        int number = registry.connection(connection.name());
        List<RunTarget> targets = targets(connection, number, request.targets());
        NewRun asked = new NewRun(
                number, request.mode(), request.reconcile(), request.targets(), request.trigger(), request.by());
        Instant leasedUntil = active.leaseFromNow();
        long id = active.open(asked).orElseThrow(() -> new AlreadyRunning(connection.name()));
        Run run = new Run(id, connection, number, request.mode(), request.reconcile(), targets);
        active.begin(run, traffic.sent(), leasedUntil);
        endOrphans(run);
        LOG.info(
                "run {} of {} begins: {}, {}",
                id,
                connection.id(),
                request.mode().word(),
                request.trigger());
        return run;
    }

    private void endOrphans(Run run) {
        for (long orphan : rows.orphans(run.connectionNo(), run.id())) {
            rows.end(orphan, RunState.FAILED, "its process ended; run " + run.id() + " goes on from there");
        }
    }

    private Connection connection(String name) {
        return settings.connection(name)
                .filter(Connection::enabled)
                .orElseThrow(() -> new UnknownConnection("no enabled connection is called " + name));
    }

    private List<RunTarget> targets(Connection connection, int number, List<String> only) {
        for (String name : only) {
            if (connection.target(name).isEmpty()) {
                throw new UnknownConnection("the connection " + connection.name() + " has no target " + name);
            }
        }
        return connection.targets().stream()
                .filter(target -> only.isEmpty() || only.contains(target.name()))
                .map(target -> new RunTarget(registry.target(number, target), target))
                .toList();
    }

    public void beginReading(Run run) {
        rows.state(run.id(), RunState.READING);
        rows.phase(run.id(), "reading", 0);
    }

    public void beginLooking(Run run) {
        checkStopped(run);
        rows.phase(run.id(), "looking", 0);
    }

    public void beginPlanning(Run run) {
        checkStopped(run);
        rows.state(run.id(), RunState.PLANNING);
        rows.phase(run.id(), "planning", 0);
    }

    public void beginApplying(Run run) {
        checkStopped(run);
        rows.state(run.id(), RunState.APPLYING);
        rows.phase(run.id(), "applying", operations.planned(run.id()));
    }

    private void checkStopped(Run run) {
        if (active.isStopped(run)) {
            throw new RunStopped();
        }
    }

    /** A product could not be read: nothing is planned for it, and the others go on. */
    public void leaveOut(Run run, RunTarget target, Exception failure) {
        LOG.warn("run {} leaves out {}: {}", run.id(), target.id(), FailureText.of(failure));
        active.leaveOut(run, target);
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

    /** Whether the plan is to be carried out now: it is no plan-only run, and nothing about it has to be approved. */
    public boolean mayApply(Run run) {
        RunRow row = rows.find(run.id()).orElseThrow();
        return run.mode() == Run.Mode.SYNC && row.state() == RunState.PLANNING && row.waitsFor() == null;
    }

    /** What remains when the last step is through. */
    public void end(Run run) {
        RunRow row = rows.find(run.id()).orElseThrow();
        count(run);
        if (row.state() == RunState.APPLYING) {
            sizes.remember(run.connectionNo());
        }
        if (active.isStopped(run)) {
            finish(run, RunState.STOPPED, null);
        } else if (run.mode() == Run.Mode.SYNC && row.state() == RunState.PLANNING && row.waitsFor() != null) {
            letWait(run, row.waitsFor());
        } else {
            finish(run, outcome(run), null);
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
        return dead || !active.leftOut(run).isEmpty() ? RunState.COMPLETED_WITH_ERRORS : RunState.COMPLETED;
    }

    /** Something went wrong that is not one product's or one operation's: the run ends, and the next starts anew. */
    public void fail(Run run, Exception failure) {
        count(run);
        if (failure instanceof RunStopped || active.isStopped(run)) {
            finish(run, RunState.STOPPED, null);
            return;
        }
        if (FailureText.isOwnFault(failure)) {
            LOG.error("run {} failed", run.id(), failure);
        }
        finish(run, RunState.FAILED, FailureText.of(failure));
    }

    /** Whatever happened on the way: no run stays open, and no lock is held, when its route is through. */
    public void close(Run run) {
        if (active.isActive(run)) {
            fail(run, new IllegalStateException("the route ended before the run did"));
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

    private void count(Run run) {
        Map<String, Map<String, Long>> reasons = new TreeMap<>();
        run.targets().forEach(target -> reasons.put(target.settings().name(), decisions.counts(target)));
        rows.counted(run.id(), active.requestsSince(run, traffic.sent()), reasons);
    }

    /**
     * Takes a run that waits, or that only planned, to being carried out.
     *
     * @throws NotWaiting when there is nothing to approve
     */
    public Run approve(long id) {
        RunRow row = rows.find(id).orElseThrow(() -> new UnknownConnection("there is no run " + id));
        boolean planned = row.mode() == Run.Mode.PLAN && row.state() == RunState.COMPLETED;
        if (row.state() != RunState.AWAITING_APPROVAL && !planned) {
            throw new NotWaiting("run " + id + " is " + row.state().word() + "; there is nothing to approve");
        }
        if (rows.carriedOutSince(row)) {
            throw new NotWaiting("another run was carried out since; plan again and approve that");
        }
        Run run = restored(row);
        Instant leasedUntil = active.leaseFromNow();
        if (!active.lock(run)) {
            throw new AlreadyRunning(row.connection());
        }
        active.begin(run, traffic.sent(), leasedUntil);
        rows.state(id, RunState.APPLYING);
        return run;
    }

    private Run restored(RunRow row) {
        Connection connection = connection(row.connection());
        int number = registry.connection(connection.name());
        return new Run(
                row.id(),
                connection,
                number,
                Run.Mode.SYNC,
                row.reconcile(),
                targets(connection, number, row.targets()));
    }

    /** @throws NotWaiting when the run does not wait */
    public void reject(long id) {
        RunRow row = rows.find(id).orElseThrow(() -> new UnknownConnection("there is no run " + id));
        if (row.state() != RunState.AWAITING_APPROVAL) {
            throw new NotWaiting("run " + id + " is " + row.state().word() + "; there is nothing to reject");
        }
        rows.end(id, RunState.REJECTED, null);
    }

    /** Ends a run after the requests that are under way; one that waits ends at once. */
    public void stop(long id) {
        RunRow row = rows.find(id).orElseThrow(() -> new UnknownConnection("there is no run " + id));
        if (row.state() == RunState.AWAITING_APPROVAL) {
            rows.end(id, RunState.STOPPED, null);
        } else if (row.state().working()) {
            rows.stopping(id);
            active.stop(id);
        } else {
            throw new NotWaiting("run " + id + " is " + row.state().word() + "; there is nothing to stop");
        }
    }

    /** Whether the run is to send nothing more. */
    public boolean isStopped(Run run) {
        return active.isStopped(run);
    }
}
