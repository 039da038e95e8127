package dev.roster.run;

import dev.roster.delivery.ServiceHealth;
import dev.roster.store.LentTargets;
import dev.roster.store.LentTargets.Lent;
import dev.roster.store.OperationQuery;
import dev.roster.store.Operations;
import dev.roster.store.Run;
import dev.roster.store.RunRows;
import dev.roster.store.RunTarget;
import dev.roster.store.Unanswered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Leaves targets of a run to other instances. A target goes as a whole, so that whatever is said of it holds: its waves,
 * its pace, what it asked for, and how often it has failed are one process's affair at any time.
 */
@Component
public class Lending {

    private static final Logger LOG = LoggerFactory.getLogger(Lending.class);

    /** So many operations take longer than it takes to hand them over. */
    private static final int WORTH_IT = 500;

    /** Others look for offers each second. */
    private static final Duration OFFERED_FOR = Duration.ofMillis(2500);

    private final LentTargets lent;
    private final Operations operations;
    private final OperationQuery query;
    private final Unanswered unanswered;
    private final ActiveRuns active;
    private final RunRows rows;
    private final Fingerprints fingerprints;
    private final ServiceHealth health;
    private final Clock clock;
    private final int worthIt;

    Lending(
            LentTargets lent,
            Operations operations,
            OperationQuery query,
            Unanswered unanswered,
            ActiveRuns active,
            RunRows rows,
            Fingerprints fingerprints,
            ServiceHealth health,
            Clock clock,
            Environment environment) {
        this.lent = lent;
        this.operations = operations;
        this.query = query;
        this.unanswered = unanswered;
        this.active = active;
        this.rows = rows;
        this.fingerprints = fingerprints;
        this.clock = clock;
        this.health = health;
        this.worthIt = environment.getProperty("lending.worth-it", Integer.class, WORTH_IT);
    }

    /**
     * Offers a target to the others, if there are others and it is worth it; one with much to do stays here.
     *
     * @return whether it was offered
     */
    public boolean offer(Run run, RunTarget target) {
        boolean offers = lent.instances() > 1 && isMuch(run, target) && !isFirst(run, target);
        if (offers) {
            lent.offer(run, target, fingerprints.of(run.connection(), target));
        }
        return offers;
    }

    private boolean isMuch(Run run, RunTarget target) {
        return query.areAtLeast(worthIt, run, target);
    }

    private boolean isFirst(Run run, RunTarget target) {
        return run.targets().stream()
                .filter(each -> isMuch(run, each))
                .findFirst()
                .filter(target::equals)
                .isPresent();
    }

    /**
     * Whether somebody else has the target that was offered, or may still take it. When it is not so, what is left to do
     * is this process's.
     *
     * @throws IllegalStateException when something of Roster's own failed there
     */
    public boolean isOut(Run run, RunTarget target) {
        try {
            Optional<Lent> current = lent.find(run, target);
            return current.isPresent() && !isBack(run, target, current.get());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("run {}: how it stands with {} could not be read", run.id(), target.id(), e);
            return true; // Whoever has it may have it still.
        }
    }

    private boolean isBack(Run run, RunTarget target, Lent current) {
        if (current.returned()) {
            settle(run, target, current);
            return true;
        }
        boolean stopped = active.isStopped(run);
        if (current.holder() == null) {
            boolean over = clock.instant().isAfter(current.offeredAt().plus(OFFERED_FOR));
            return (stopped || over) && lent.withdraw(run, target);
        }
        Instant leasedUntil = current.leasedUntil();
        if (leasedUntil != null && clock.instant().isAfter(leasedUntil)) {
            lent.takeBack(run, target).ifPresent(lost -> tell(run, target, current, lost));
        } else if (stopped) {
            lent.stop(run, target);
        }
        return false; // The next look settles it.
    }

    private static void tell(Run run, RunTarget target, Lent current, int lost) {
        LOG.warn(
                "run {}: {} delivered {} and is not heard of any more; of {} operations nobody knows the end",
                run.id(),
                current.holder(),
                target.id(),
                lost);
    }

    /** With requests of which nobody knows the end, the rest waits until the next run has looked at everything. */
    private void settle(Run run, RunTarget target, Lent current) {
        Instant leftAloneUntil = current.leftAloneUntil();
        if (leftAloneUntil != null && leftAloneUntil.isAfter(clock.instant())) {
            health.leaveAlone(target.id(), Duration.between(clock.instant(), leftAloneUntil));
        }
        if (unanswered.any(run, target)) {
            rows.progress(run.id(), operations.skipRest(run, target));
        }
        if (current.fault() != null) {
            throw new IllegalStateException("another instance, " + current.holder() + ", failed: " + current.fault());
        }
    }
}
