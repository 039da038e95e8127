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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The runs that are at work in this process: their leases, their targets that were left out, and who is to stop. */
@Component
public class ActiveRuns {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveRuns.class);

    private final LockedRuns lockedRuns;
    private final RunLocks locks;
    private final RunRows rows;
    private final SafeStorage storage;
    private final RunMeters meters;
    private final Clock clock;
    private final BorrowedTarget borrowed;
    private final String holder = ManagementFactory.getRuntimeMXBean().getName();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "run-leases");
        thread.setDaemon(true);
        return thread;
    });

    // Mutable state, by the run's number.
    private final Map<Long, Active> active = new ConcurrentHashMap<>();

    private volatile boolean ending;

    private record Active(
            Run run,
            Set<String> leftOut,
            Set<String> stopped,
            Map<String, Long> requestsBefore,
            AtomicReference<Instant> leasedUntil,
            AtomicReference<@Nullable String> trouble,
            AtomicReference<@Nullable String> unwrittenEnd) {}

    ActiveRuns(
            LockedRuns lockedRuns,
            RunLocks locks,
            RunRows rows,
            SafeStorage storage,
            RunMeters meters,
            Clock clock,
            BorrowedTarget borrowed) {
        this.meters = meters;
        this.borrowed = borrowed;
        this.lockedRuns = lockedRuns;
        this.locks = locks;
        this.rows = rows;
        this.storage = storage;
        this.clock = clock;
        heart.scheduleWithFixedDelay(this::beat, 2, 2, TimeUnit.SECONDS);
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
        active.put(
                run.id(),
                new Active(
                        run,
                        ConcurrentHashMap.newKeySet(),
                        ConcurrentHashMap.newKeySet(),
                        Map.copyOf(requestsBefore),
                        new AtomicReference<>(leasedUntil),
                        new AtomicReference<>(),
                        new AtomicReference<>()));
        if (ending) {
            stopAll();
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
        Active entry = active.get(run.id());
        if (entry != null) {
            entry.unwrittenEnd().set(message);
        }
    }

    void letWait(Run run) {
        leave(run, () -> lockedRuns.letWait(run));
    }

    /** As soon as the row says so, the run may be approved and at work again: then that entry is to stay. */
    private void leave(Run run, Runnable change) {
        Active entry = active.get(run.id());
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
        Active entry = active.get(run.id());
        return entry != null && entry.run() == run;
    }

    /** Whether no run is at work in this process; one that waits for somebody is not. */
    boolean none() {
        return active.isEmpty() && borrowed.none();
    }

    void leaveOut(Run run, RunTarget target) {
        Active entry = active.get(run.id());
        if (entry != null) {
            entry.leftOut().add(target.settings().name());
        }
    }

    List<String> leftOut(Run run) {
        Active entry = active.get(run.id());
        return entry == null ? List.of() : entry.leftOut().stream().sorted().toList();
    }

    /** Requests sent since the run began, by service. */
    Map<String, Long> requestsSince(Run run, Map<String, Long> now) {
        Active entry = active.get(run.id());
        Map<String, Long> since = new TreeMap<>();
        if (entry != null) {
            now.forEach((service, count) ->
                    since.put(service, count - entry.requestsBefore().getOrDefault(service, 0L)));
            since.values().removeIf(count -> count == 0);
        }
        return since;
    }

    void stop(long run) {
        Active entry = active.get(run);
        if (entry != null) {
            entry.stopped().add("asked");
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
        active.values().forEach(entry -> entry.stopped().add("ending"));
        for (Active entry : active.values()) {
            LOG.warn(
                    "run {} of {} stops after what is under way, as the program ends",
                    entry.run().id(),
                    entry.run().connection().id());
            rows.message(entry.run().id(), "the program ended");
        }
    }

    /**
     * Whether the run is to send nothing more: it was stopped, or the database may not keep what comes of it, or its
     * lease has run out, as for a process that was frozen for a while and does not know yet that another has taken over.
     */
    boolean isStopped(Run run) {
        Active entry = active.get(run.id());
        if (entry != null) {
            storage.trouble().ifPresent(trouble -> stopForGood(entry, trouble));
        }
        return entry == null
                ? borrowed.isStopped(run)
                : !entry.stopped().isEmpty()
                        || clock.instant().isAfter(entry.leasedUntil().get());
    }

    private static void stopForGood(Active entry, String trouble) {
        entry.trouble().compareAndSet(null, trouble);
        entry.stopped().add("storage");
    }

    /** Why the run had to stop, when it was nobody's wish. */
    Optional<String> trouble(Run run) {
        return Optional.ofNullable(active.get(run.id()))
                .map(entry -> entry.trouble().get());
    }

    /** Counted from before the database is asked, so that it never ends later than the lease there. */
    Instant leaseFromNow() {
        return clock.instant().plus(locks.lease());
    }

    private void beat() {
        renewBorrowed();
        for (Active entry : active.values()) {
            try {
                String unwritten = entry.unwrittenEnd().get();
                if (unwritten == null) {
                    renew(entry);
                } else {
                    end(entry.run(), RunState.FAILED, unwritten);
                    meters.ended(entry.run(), RunState.FAILED);
                }
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("the lease of run {} could not be renewed", entry.run().id(), e);
            }
        }
    }

    private void renewBorrowed() {
        try {
            borrowed.renew();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the lease of what another instance has lent could not be renewed", e);
        }
    }

    /** A run whose lease is lost, or that was stopped from another process, sends nothing more. */
    private void renew(Active entry) {
        Instant leasedUntil = leaseFromNow();
        boolean ours = locks.renew(entry.run().connectionNo(), entry.run().id(), holder);
        if (ours) {
            entry.leasedUntil().set(leasedUntil);
        }
        if (!ours || rows.isStopping(entry.run().id())) {
            entry.stopped().add("elsewhere");
        }
    }

    /**
     * When this is called, Camel has waited as long as it may. A run that has not begun to write is given up; another
     * keeps its lease, as nobody knows yet what becomes of its last requests.
     */
    @PreDestroy
    void close() {
        heart.shutdownNow();
        for (Active entry : active.values()) {
            long run = entry.run().id();
            if (rows.find(run).orElseThrow().state() != RunState.APPLYING) {
                end(entry.run(), RunState.STOPPED, null);
            }
        }
    }
}
