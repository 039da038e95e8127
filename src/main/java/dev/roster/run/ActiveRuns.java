package dev.roster.run;

import dev.roster.store.Run;
import dev.roster.store.RunLocks;
import dev.roster.store.RunRows;
import dev.roster.store.RunTarget;
import jakarta.annotation.PreDestroy;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The runs that are at work in this process: their leases, their targets that were left out, and who is to stop. */
@Component
public class ActiveRuns {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveRuns.class);

    private final RunLocks locks;
    private final RunRows rows;
    private final String holder = ManagementFactory.getRuntimeMXBean().getName();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "run-leases");
        thread.setDaemon(true);
        return thread;
    });

    // Mutable state, by the run's number.
    private final Map<Long, Active> active = new ConcurrentHashMap<>();

    private record Active(Run run, Set<String> leftOut, Set<String> stopped, Map<String, Long> requestsBefore) {}

    ActiveRuns(RunLocks locks, RunRows rows) {
        this.locks = locks;
        this.rows = rows;
        heart.scheduleWithFixedDelay(this::beat, 2, 2, TimeUnit.SECONDS);
    }

    /** @return false when another run of the connection is at work, here or elsewhere */
    boolean begin(Run run, Map<String, Long> requestsBefore) {
        if (!locks.acquire(run.connectionNo(), run.id(), holder)) {
            return false;
        }
        active.put(
                run.id(),
                new Active(
                        run, ConcurrentHashMap.newKeySet(), ConcurrentHashMap.newKeySet(), Map.copyOf(requestsBefore)));
        return true;
    }

    void end(Run run) {
        active.remove(run.id());
        locks.release(run.connectionNo(), run.id());
    }

    boolean isActive(long run) {
        return active.containsKey(run);
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

    boolean isStopped(Run run) {
        Active entry = active.get(run.id());
        return entry == null || !entry.stopped().isEmpty();
    }

    /** Renews the leases; a run whose lease is lost, or that was stopped from another process, sends nothing more. */
    private void beat() {
        for (Active entry : active.values()) {
            try {
                boolean ours =
                        locks.renew(entry.run().connectionNo(), entry.run().id(), holder);
                if (!ours || rows.isStopping(entry.run().id())) {
                    entry.stopped().add("elsewhere");
                }
            } catch (DataAccessException e) {
                LOG.warn("the lease of run {} could not be renewed", entry.run().id(), e);
            }
        }
    }

    @PreDestroy
    void close() {
        heart.shutdownNow();
    }
}
