package dev.roster.run;

import dev.roster.store.LockedRuns;
import dev.roster.store.NewRun;
import dev.roster.store.Run;
import dev.roster.store.RunLocks;
import dev.roster.store.RunRows;
import dev.roster.store.RunState;
import dev.roster.store.RunTarget;
import dev.roster.store.SafeStorage;
import jakarta.annotation.PreDestroy;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The runs that are at work in this process: from when to when they are, and which of them are to stop. */
@Component
public class ActiveRuns {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveRuns.class);

    private final LockedRuns lockedRuns;
    private final RunLocks locks;
    private final RunRows rows;
    private final SafeStorage storage;
    private final Clock clock;
    private final BorrowedTarget borrowed;
    private final StoredWaits waits;
    private final String holder = ManagementFactory.getRuntimeMXBean().getName();

    // Mutable state, by the run's number.
    private final Map<Long, ActiveRun> active = new ConcurrentHashMap<>();

    private volatile boolean ending;

    ActiveRuns(
            LockedRuns lockedRuns,
            RunLocks locks,
            RunRows rows,
            SafeStorage storage,
            Clock clock,
            BorrowedTarget borrowed,
            StoredWaits waits) {
        this.waits = waits;
        this.borrowed = borrowed;
        this.lockedRuns = lockedRuns;
        this.locks = locks;
        this.rows = rows;
        this.storage = storage;
        this.clock = clock;
    }

    /**
     * Writes the row of a new run that holds its connection's lock.
     *
     * @return its number; empty when another run of the connection is at work, here or elsewhere
     */
    Optional<Long> open(NewRun run) {
        return lockedRuns.open(run, holder);
    }

    /** @return false when another run of the connection is at work, here or elsewhere */
    boolean lock(Run run) {
        return locks.acquire(run.connectionNo(), run.id(), holder);
    }

    /**
     * From here on the lease of a run that holds the lock is renewed.
     *
     * @param leasedUntil {@link #leaseFromNow()} of before the lock was taken
     */
    void begin(Run run, Map<String, Long> requestsBefore, Instant leasedUntil) {
        waits.obey();
        ActiveRun entry = new ActiveRun(run, requestsBefore, leasedUntil);
        active.put(run.id(), entry);
        if (ending) {
            stopAtTheEnd(entry);
        }
    }

    void end(Run run, RunState state, @Nullable String message) {
        leave(run, () -> lockedRuns.end(run, state, message));
    }

    /**
     * The run has failed, and the database did not take it: it is told again until it does. Otherwise the lease of a run
     * that nobody works at any more would be renewed for good.
     */
    void endLater(Run run, String message) {
        ActiveRun entry = active.get(run.id());
        if (entry != null) {
            entry.endLater(message);
        }
    }

    void letWait(Run run) {
        leave(run, () -> lockedRuns.letWait(run));
    }

    /** As soon as the row says so, the run may be approved and at work again: then that entry is to stay. */
    private void leave(Run run, Runnable change) {
        ActiveRun entry = active.get(run.id());
        change.run();
        if (entry != null) {
            active.remove(run.id(), entry);
        }
    }

    /**
     * Whether this very run is at work. One that waited and was approved is another of the same number, and may be at
     * work before the route of the first is through.
     */
    @SuppressWarnings("ReferenceEquality")
    boolean isActive(Run run) {
        ActiveRun entry = active.get(run.id());
        return entry != null && entry.run() == run;
    }

    /** Whether no run is at work in this process; one that waits for somebody is not. */
    boolean none() {
        return active.isEmpty() && borrowed.none();
    }

    void leaveOut(Run run, RunTarget target) {
        ActiveRun entry = active.get(run.id());
        if (entry != null) {
            entry.leaveOut(target);
        }
    }

    List<String> leftOut(Run run) {
        ActiveRun entry = active.get(run.id());
        return entry == null ? List.of() : entry.leftOut();
    }

    /** Requests sent since the run began, by service. */
    Map<String, Long> requestsSince(Run run, Map<String, Long> now) {
        ActiveRun entry = active.get(run.id());
        return entry == null ? new TreeMap<>() : entry.requestsSince(now);
    }

    void stop(long run) {
        ActiveRun entry = active.get(run);
        if (entry != null) {
            entry.stop();
        }
    }

    boolean isEnding() {
        return ending;
    }

    /** The program has started. */
    void welcome() {
        ending = false;
    }

    /** The program ends: no run sends anything more, nor does one that begins from now on. */
    void stopAll() {
        ending = true;
        borrowed.stop();
        active.values().forEach(ActiveRuns::stopAtTheEnd);
    }

    private static void stopAtTheEnd(ActiveRun entry) {
        entry.stop();
        LOG.warn(
                "run {} of {} stops after what is under way, as the program ends",
                entry.run().id(),
                entry.run().connection().id());
    }

    /** Why a run was stopped, for whoever looks at it later; null when somebody wished it, which the audit trail says. */
    @Nullable
    String whyStopped() {
        return ending ? "the program ended" : null;
    }

    /**
     * Looks whether the database keeps what it is given, and ends the run when it may not: for whoever is about to send
     * something, to take it in hand, or to say how the run ended.
     */
    void heedStorage(Run run) {
        ActiveRun entry = active.get(run.id());
        if (entry != null) {
            storage.trouble().ifPresent(entry::stopFor);
        }
    }

    /**
     * Whether the run is to send nothing more: it was stopped, or its lease has run out, as for a process that was
     * frozen for a while and does not know yet that another has taken over.
     */
    boolean isStopped(Run run) {
        ActiveRun entry = active.get(run.id());
        return entry == null ? borrowed.isStopped(run) : entry.isStopped(clock.instant());
    }

    /** Why the run had to stop, when it was nobody's wish. */
    Optional<String> trouble(Run run) {
        return Optional.ofNullable(active.get(run.id())).flatMap(ActiveRun::trouble);
    }

    /** Counted from before the database is asked, so that it never ends later than the lease there. */
    Instant leaseFromNow() {
        return clock.instant().plus(locks.lease());
    }

    Collection<ActiveRun> all() {
        return active.values();
    }

    /** @return false when somebody else has taken the connection over */
    boolean renew(ActiveRun entry) {
        Instant leasedUntil = leaseFromNow();
        boolean ours = locks.renew(entry.run().connectionNo(), entry.run().id(), holder);
        if (ours) {
            entry.leasedUntil(leasedUntil);
        }
        return ours;
    }

    /**
     * When this is called, Camel has waited as long as it may. A run that has not begun to write is given up; another
     * keeps its lease, as nobody knows yet what becomes of its last requests.
     */
    @PreDestroy
    void close() {
        for (ActiveRun entry : active.values()) {
            long run = entry.run().id();
            if (rows.find(run).orElseThrow().state() != RunState.APPLYING) {
                end(entry.run(), RunState.STOPPED, whyStopped());
            }
        }
    }
}
