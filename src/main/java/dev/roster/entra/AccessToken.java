package dev.roster.entra;

import java.time.Duration;

/**
 * A token and its time, by a clock that never jumps.
 *
 * @param number counts the tokens of one tenant
 * @param dueAt when it should be renewed
 * @param overAt when it is no longer accepted
 */
record AccessToken(String value, int number, long dueAt, long overAt) {

    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** Renewed five minutes before its end, or at half its life when that is short. */
    static AccessToken of(TokenAnswer.Granted granted, int number, long askedAt) {
        long life = granted.lifetime().toNanos();
        long ahead = Math.min(AHEAD.toNanos(), life / 2);
        return new AccessToken(granted.token(), number, askedAt + life - ahead, askedAt + life);
    }

    boolean isDue(long now) {
        return now - dueAt >= 0;
    }

    boolean isOver(long now) {
        return now - overAt >= 0;
    }

    @Override
    public String toString() {
        return "AccessToken[***]";
    }
}
