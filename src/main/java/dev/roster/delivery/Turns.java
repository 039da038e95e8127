package dev.roster.delivery;

import java.time.Duration;
import java.util.Optional;

/** Whose turn it is at one service, and how fast turns follow each other: as the settings allow, and as it bears. */
final class Turns {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** A turn is taken somewhat late, as threads are woken; so much of it is made up for. */
    private static final long LATE = Duration.ofMillis(10).toNanos();

    private final double most;

    // Mutable state, guarded by this object; times in nanoseconds.
    private Pace pace = Pace.FREE;
    private long allowed;
    private long next;
    private long secondBegan;
    private int takenInIt;
    private int takenBefore;

    /**
     * @param most requests a second that the settings allow; infinite where they set no limit
     * @param now in the time that all calls are told
     */
    Turns(double most, long now) {
        this.most = most;
        this.allowed = now;
        this.next = now;
    }

    /** Takes a turn when it is time for one. */
    synchronized boolean take(long now) {
        if (nanosLeft(now) > 0) {
            return false;
        }
        allowed = following(allowed, now, interval(most), LATE);
        next = following(next, now, interval(pace.perSecond()), interval(pace.perSecond()));
        return true;
    }

    /** The same, however the service throttles. */
    synchronized boolean takeAnyway(long now) {
        if (allowed - now > 0) {
            return false;
        }
        allowed = following(allowed, now, interval(most), LATE);
        return true;
    }

    /** One that comes late is made up for by the next, so that the pace is kept in the mean. */
    private static long following(long turn, long now, long interval, long mostLate) {
        return now + interval + Math.max(turn - now, -mostLate);
    }

    /** How long it is until the next turn; zero or less when that is now. */
    synchronized long nanosLeft(long now) {
        return pace.isFree() ? allowed - now : Math.max(allowed - now, next - now);
    }

    /** Infinite for a service that takes what the settings allow. */
    synchronized double perSecond() {
        return pace.perSecond() < most ? pace.perSecond() : Double.POSITIVE_INFINITY;
    }

    synchronized void taken(long now, Optional<Allowance> allowance) {
        count(now);
        pace = told(pace.taken(now), allowance, now);
    }

    /** @param wait what the service asks for; nobody leaves before */
    synchronized void throttled(long sentAt, long now, Duration wait, Optional<Allowance> allowance) {
        boolean free = pace.isFree();
        pace = told(pace.throttled(sentAt, now, lately(now), most), allowance, now);
        long earliest = now + Math.max(interval(pace.perSecond()), wait.toNanos());
        next = free || earliest - next > 0 ? earliest : next;
    }

    private static Pace told(Pace pace, Optional<Allowance> allowance, long now) {
        return allowance
                .filter(Allowance::runsOut)
                .map(running -> pace.told(running.perSecond(), now))
                .orElse(pace);
    }

    private static long interval(double perSecond) {
        return (long) (SECOND / perSecond);
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
