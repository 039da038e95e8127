package dev.roster.delivery;

import dev.roster.directory.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** How the services are doing: until when each asked to be left alone, and which keep failing. */
public final class ServiceHealth {

    /** So many operations in a row without a good answer, each with all its tries, tell that a service is down. */
    private static final int DOWN_AFTER = 20;

    private final Clock clock;
    private final LongSupplier nanos;

    // Mutable state, by the service's id; until when, in nanoseconds of a time that no setting of clocks moves.
    private final Map<String, Long> leftAloneUntil = new ConcurrentHashMap<>();
    private final Map<String, Integer> failedInARow = new ConcurrentHashMap<>();

    /**
     * @param clock for what people are shown
     * @param nanos as {@link System#nanoTime} has them
     */
    public ServiceHealth(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /** A wish that one answer expresses counts for every request to that service. */
    public void leaveAlone(String service, Duration wait) {
        leftAloneUntil.merge(
                service, nanos.getAsLong() + wait.toNanos(), (one, other) -> one - other > 0 ? one : other);
    }

    /** Until when the service asked to be left alone; empty when that time is over. */
    public Optional<Instant> leftAloneUntil(String service) {
        return Optional.ofNullable(leftAloneUntil.get(service))
                .map(until -> until - nanos.getAsLong())
                .filter(left -> left > 0)
                .map(left -> clock.instant().plusNanos(left));
    }

    /** Nothing is held against the service from before; what it asked for still counts. */
    public void beginAfresh(String service) {
        failedInARow.remove(service);
    }

    /** How some operations that were sent together ended; a refusal, too, says that the service works. */
    public void note(String service, List<Outcome> outcomes) {
        if (outcomes.stream().anyMatch(Outcome::failedByService)) {
            failedInARow.merge(service, 1, Integer::sum);
        } else {
            failedInARow.remove(service);
        }
    }

    public boolean isDown(String service) {
        return failedInARow.getOrDefault(service, 0) >= DOWN_AFTER;
    }
}
