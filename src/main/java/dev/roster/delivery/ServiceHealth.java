package dev.roster.delivery;

import dev.roster.directory.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;

/** How the services are doing: until when each asked to be left alone, and which keep failing. */
public final class ServiceHealth {

    /** So many operations in a row without a good answer, each with all its tries, tell that a service is down. */
    private static final int DOWN_AFTER = 20;

    /** A shorter wait is mostly over before another process has its turn. */
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Clock clock;
    private final LongSupplier nanos;
    private final BiConsumer<String, Instant> lasting;

    // Mutable state, by the service's id; until when, in nanoseconds of a time that no setting of clocks moves.
    private final Map<String, Long> leftAloneUntil = new ConcurrentHashMap<>();
    private final Map<String, Integer> failedInARow = new ConcurrentHashMap<>();

    /**
     * @param clock for what people are shown
     * @param nanos as {@link System#nanoTime} has them
     * @param lasting is told of long waits: the service, and until when
     */
    public ServiceHealth(Clock clock, LongSupplier nanos, BiConsumer<String, Instant> lasting) {
        this.clock = clock;
        this.nanos = nanos;
        this.lasting = lasting;
    }

    /** A wish that one answer expresses counts for every request to that service. */
    public void leaveAlone(String service, Duration wait) {
        // Of several that ask for the same at once, one is told on.
        boolean longer = remember(service, wait).compareTo(wait.minus(LONG)) < 0;
        if (longer && wait.compareTo(LONG) >= 0) {
            lasting.accept(service, clock.instant().plus(wait));
        }
    }

    /** The same as another process was told, one of before or another instance. */
    public void resume(String service, Instant until) {
        remember(service, Duration.between(clock.instant(), until));
    }

    /** Returns how long it was to be left alone before; less than nothing when that is over. */
    private synchronized Duration remember(String service, Duration wait) {
        long now = nanos.getAsLong();
        long before = leftAloneUntil.getOrDefault(service, now);
        leftAloneUntil.put(service, now + Math.max(before - now, wait.toNanos()));
        return Duration.ofNanos(before - now);
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
