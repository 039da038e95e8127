package dev.roster.delivery;

import java.time.Duration;
import java.util.Optional;

/** Whose turn it is at one service, and how fast turns follow each other. */
final class Turns {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    // Mutable state, guarded by this object; times in nanoseconds.
    private Pace pace = Pace.FREE;
    private long next;
    private long secondBegan;
    private int takenInIt;
    private int takenBefore;

    /** Takes a turn when it is time for one. */
    synchronized boolean take(long now) {
        if (pace.isFree()) {
            return true;
        }
        if (next - now > 0) {
            return false;
        }
        // One that comes late is made up for by the next, so that the pace is kept in the mean.
        next = Math.max(next - now, -interval()) + now + interval();
        return true;
    }

    /** How long it is until the next turn; zero or less when that is now. */
    synchronized long nanosLeft(long now) {
        return pace.isFree() ? 0 : next - now;
    }

    synchronized double perSecond() {
        return pace.perSecond();
    }

    synchronized void taken(long now, Optional<Allowance> allowance) {
        count(now);
        pace = told(pace.taken(now), allowance, now);
    }

    /** @param wait what the service asks for; nobody leaves before */
    synchronized void throttled(long sentAt, long now, Duration wait, Optional<Allowance> allowance) {
        boolean free = pace.isFree();
        pace = told(pace.throttled(sentAt, now, lately(now)), allowance, now);
        long earliest = now + Math.max(interval(), wait.toNanos());
        next = free || earliest - next > 0 ? earliest : next;
    }

    private static Pace told(Pace pace, Optional<Allowance> allowance, long now) {
        return allowance
                .filter(Allowance::runsOut)
                .map(running -> pace.told(running.perSecond(), now))
                .orElse(pace);
    }

    private long interval() {
        return (long) (SECOND / pace.perSecond());
    }

    private void count(long now) {
        if (now - secondBegan >= SECOND) {
            takenBefore = now - secondBegan < 2 * SECOND ? takenInIt : 0;
            secondBegan = now;
            takenInIt = 0;
        }
        takenInIt++;
    }

    /** The busier one of this second and the one before. */
    private int lately(long now) {
        return now - secondBegan < 2 * SECOND ? Math.max(takenInIt, takenBefore) : 0;
    }
}
