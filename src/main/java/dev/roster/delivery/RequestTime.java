package dev.roster.delivery;

import org.jspecify.annotations.Nullable;

/**
 * How long requests to a service take of late, in milliseconds.
 *
 * @param reading null when none was sent
 * @param writing null when none was sent
 */
public record RequestTime(
        @Nullable Double reading, @Nullable Double writing) {

    /** So much of a new measurement goes into the mean. */
    private static final double WEIGHT = 0.05;

    static final RequestTime UNKNOWN = new RequestTime(null, null);

    RequestTime with(boolean writes, double millis) {
        return writes
                ? new RequestTime(reading, mean(writing, millis))
                : new RequestTime(mean(reading, millis), writing);
    }

    private static Double mean(@Nullable Double before, double millis) {
        return before == null ? millis : before + WEIGHT * (millis - before);
    }
}
