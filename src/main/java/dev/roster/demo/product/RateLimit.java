package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;

/** A bucket of tokens that fills by the second; each request takes one. */
final class RateLimit {

    private final int capacity;
    private final int perSecond;
    private final boolean headers;
    private double tokens;
    private long filledAt = System.nanoTime();

    /** @param headers tells clients how full the bucket is */
    RateLimit(int capacity, int perSecond, boolean headers) {
        this.capacity = capacity;
        this.perSecond = perSecond;
        this.headers = headers;
        this.tokens = capacity;
    }

    /** False when the bucket is empty. */
    synchronized boolean take() {
        long now = System.nanoTime();
        tokens = Math.min(capacity, tokens + (now - filledAt) / 1e9 * perSecond);
        filledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    /** Jira and Confluence send {@code retry-after: 0} with every answer while there are tokens left. */
    synchronized SimulatedAnswer mark(SimulatedAnswer answer) {
        if (!headers) {
            return answer;
        }
        boolean stopped = answer.status() == 429;
        return answer.with("X-RateLimit-Limit", Integer.toString(capacity))
                .with("X-RateLimit-Remaining", Integer.toString(stopped ? 0 : (int) tokens))
                .with("X-RateLimit-Interval-Seconds", "1")
                .with("X-RateLimit-FillRate", Integer.toString(perSecond))
                .with("retry-after", stopped ? "1" : "0");
    }
}
