package dev.roster.demo.graph;

import java.time.Duration;

/** Resource units allowed in each window of time. Requests over the limit are refused and still count. */
final class Quota {

    private final int limit;
    private final long windowNanos;

    // Mutable state, guarded by this.
    private long windowStart = System.nanoTime();
    private long used;

    Quota(int limit, Duration window) {
        this.limit = limit;
        this.windowNanos = window.toNanos();
    }

    static Quota unlimited() {
        return new Quota(Integer.MAX_VALUE, Duration.ofSeconds(10));
    }

    /** The share of the quota used, this request included; over 1 it is refused. */
    synchronized double charge(int units) {
        long now = System.nanoTime();
        if (now - windowStart >= windowNanos) {
            windowStart = now;
            used = 0;
        }
        used += units;
        return (double) used / limit;
    }

    synchronized int secondsToWait() {
        long left = windowNanos - (System.nanoTime() - windowStart);
        return (int) Math.max(1, Math.ceil(left / 1e9));
    }
}
