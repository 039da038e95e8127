package dev.roster.run;

import dev.roster.store.LentTargets;
import dev.roster.store.Run;
import dev.roster.store.RunLocks;
import dev.roster.store.RunTarget;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The target of another instance's run whose operations this process delivers, if it does: one at a time. */
@Component
class BorrowedTarget {

    /** A run whose instance dies must find all that it has lent back before its own lease is over. */
    private static final int PART_OF_RUNS_LEASE = 4;

    private final LentTargets lent;
    private final Clock clock;
    private final Duration lease;
    private final String holder = ManagementFactory.getRuntimeMXBean().getName();

    // Mutable state: null when nothing is borrowed.
    private final AtomicReference<@Nullable Loan> loan = new AtomicReference<>();

    /** @param leasedUntil counted from before the database was asked, so that it never ends later than the lease there */
    private record Loan(Run run, RunTarget target, Instant leasedUntil, boolean stopped) {

        Loan until(Instant leasedUntil) {
            return new Loan(run, target, leasedUntil, stopped);
        }

        Loan stop() {
            return new Loan(run, target, leasedUntil, true);
        }
    }

    BorrowedTarget(LentTargets lent, RunLocks locks, Clock clock) {
        this.lent = lent;
        this.clock = clock;
        this.lease = locks.lease().dividedBy(PART_OF_RUNS_LEASE);
    }

    /** Whether nothing is borrowed. */
    boolean none() {
        return loan.get() == null;
    }

    boolean isOf(Run run) {
        return of(run) != null;
    }

    private @Nullable Loan of(Run run) {
        Loan current = loan.get();
        return current != null && current.run().id() == run.id() ? current : null;
    }

    /** Whether nothing more is to be sent for this run; also when nothing of it is borrowed. */
    boolean isStopped(Run run) {
        Loan current = of(run);
        return current == null || current.stopped() || clock.instant().isAfter(current.leasedUntil());
    }

    /** Takes what fits of what others offer. */
    Optional<LentTargets.Offer> take(Predicate<LentTargets.Offer> fits) {
        return lent.take(holder, until(), fits);
    }

    private Instant until() {
        return clock.instant().plus(lease);
    }

    /** @param before when it was taken, or earlier */
    void begin(Run run, RunTarget target, Instant before) {
        loan.set(new Loan(run, target, before.plus(lease), false));
    }

    /** To be called every few seconds, as the lease is. */
    void renew() {
        Loan current = loan.get();
        if (current != null) {
            Instant until = until();
            boolean ours = lent.renew(current.run(), current.target(), holder, until);
            loan.updateAndGet(now -> now == null ? null : ours ? now.until(until) : now.stop());
        }
    }

    /** The program ends: what is borrowed is returned after what is under way. */
    void stop() {
        loan.updateAndGet(now -> now == null ? null : now.stop());
    }

    /** Does something about a run's target, which may be borrowed; empty, without having done it, when it is so no more. */
    <T> Optional<T> whileOurs(Run run, RunTarget target, Supplier<T> work) {
        return isOf(run) ? lent.whileHeld(run, target, holder, work) : Optional.of(work.get());
    }

    void giveBack(Run run, RunTarget target, LentTargets.Return said) {
        try {
            lent.giveBack(run, target, holder, said);
        } finally {
            loan.set(null);
        }
    }
}
