package dev.roster.run;

import dev.roster.store.Run;
import dev.roster.store.RunTarget;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A run that is at work in this process: its lease, whether it is to stop, and what is known of it here alone. */
final class ActiveRun {

    private final Run run;
    private final Map<String, Long> requestsBefore;

    // Mutable state, of several threads.
    private final Set<String> leftOut = ConcurrentHashMap.newKeySet();
    private volatile Instant leasedUntil;
    private volatile boolean stopped;
    private volatile @Nullable String trouble;
    private volatile @Nullable String unwrittenEnd;

    /**
     * @param requestsBefore how many this process had sent when the run began, by service
     * @param leasedUntil never later than in the database
     */
    ActiveRun(Run run, Map<String, Long> requestsBefore, Instant leasedUntil) {
        this.run = run;
        this.requestsBefore = Map.copyOf(requestsBefore);
        this.leasedUntil = leasedUntil;
    }

    Run run() {
        return run;
    }

    void leasedUntil(Instant instant) {
        leasedUntil = instant;
    }

    void stop() {
        stopped = true;
    }

    /** Nobody wished it; the first reason is the one that is told. */
    synchronized void stopFor(String reason) {
        if (trouble == null) {
            trouble = reason;
        }
        stopped = true;
    }

    boolean isStopped(Instant now) {
        return stopped || now.isAfter(leasedUntil);
    }

    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Its end is still to be written. */
    void endLater(String message) {
        unwrittenEnd = message;
    }

    Optional<String> unwrittenEnd() {
        return Optional.ofNullable(unwrittenEnd);
    }

    void leaveOut(RunTarget target) {
        leftOut.add(target.settings().name());
    }

    /** In the order of their names. */
    List<String> leftOut() {
        return leftOut.stream().sorted().toList();
    }

    /** Requests sent since the run began, by service. */
    Map<String, Long> requestsSince(Map<String, Long> now) {
        Map<String, Long> since = new TreeMap<>();
        now.forEach((service, count) -> since.put(service, count - requestsBefore.getOrDefault(service, 0L)));
        since.values().removeIf(count -> count == 0);
        return since;
    }
}
