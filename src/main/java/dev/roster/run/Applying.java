package dev.roster.run;

import dev.roster.directory.Operation;
import dev.roster.directory.Outcome;
import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import dev.roster.product.Products;
import dev.roster.store.Operations;
import dev.roster.store.Run;
import dev.roster.store.RunRows;
import dev.roster.store.RunTarget;
import dev.roster.store.SafeStorage;
import dev.roster.store.Seen;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes the next operations of a target, and writes down how they ended. */
@Component
public class Applying {

    private static final Logger LOG = LoggerFactory.getLogger(Applying.class);

    private static final Set<Wave> RENAMES = EnumSet.of(Wave.NAMES_FREED, Wave.ACCOUNTS_RENAMED);

    private final Operations operations;
    private final ActiveRuns active;
    private final RunRows rows;
    private final RunMeters meters;
    private final SafeStorage storage;
    private final Products products;
    private final Seen seen;
    private final RunBreadth breadth;
    private final BorrowedTarget borrowed;

    Applying(
            Operations operations,
            ActiveRuns active,
            RunRows rows,
            RunMeters meters,
            SafeStorage storage,
            Products products,
            Seen seen,
            RunBreadth breadth,
            BorrowedTarget borrowed) {
        this.borrowed = borrowed;
        this.storage = storage;
        this.operations = operations;
        this.active = active;
        this.rows = rows;
        this.meters = meters;
        this.products = products;
        this.seen = seen;
        this.breadth = breadth;
    }

    /** All of one wave; empty when nothing is left to do, or the run was stopped. */
    public List<Operation> next(Run run, RunTarget target) {
        active.heedStorage(run);
        List<Operation> next =
                active.isStopped(run) ? List.of() : taken(run, target, () -> operations.next(run, target));
        if (!next.isEmpty()) {
            storage.probe(); // What was taken in hand has to be on the disk before the first of it is sent.
            active.heedStorage(run);
        }
        if (active.isStopped(run)) {
            skipRest(run, target);
            return List.of();
        }
        return next;
    }

    /**
     * More of the same wave, taken in hand while these are sent; empty when there is none, or the run was stopped.
     *
     * <p>Renames are not hurried: what becomes of the others hangs on each that fails.
     */
    public List<Operation> ahead(Run run, RunTarget target, List<Operation> sent) {
        Operation last = sent.get(sent.size() - 1);
        active.heedStorage(run);
        if (RENAMES.contains(last.wave()) || active.isStopped(run)) {
            return List.of();
        }
        List<Operation> ahead = taken(run, target, () -> operations.after(run, target, last));
        if (!ahead.isEmpty()) {
            storage.probe();
        }
        return ahead;
    }

    private List<Operation> taken(Run run, RunTarget target, Supplier<List<Operation>> next) {
        return borrowed.whileOurs(run, target, next).orElse(List.of());
    }

    /** What is only borrowed is returned with what is left to do. */
    private void skipRest(Run run, RunTarget target) {
        if (!borrowed.isOf(run)) {
            operations.skipRest(run, target);
        }
    }

    /** Records how some operations ended, and gives the product up when it keeps failing. */
    public void record(Run run, RunTarget target, List<Outcome> all) {
        List<Outcome> outcomes = borrowed.isOf(run) && active.isStopped(run) ? tried(all) : all;
        if (!isRecorded(run, target, outcomes)) {
            LOG.warn(
                    "run {} has taken {} back; what became of what was in hand is found out later",
                    run.id(),
                    target.id());
            return;
        }
        rows.progress(run.id(), outcomes.size());
        meters.recorded(target, outcomes);
        if (!active.isStopped(run) && SideBySide.keepsFailing(outcomes)) {
            int rest = borrowed.whileOurs(run, target, () -> operations.skipRest(run, target))
                    .orElse(0);
            rows.progress(run.id(), rest);
            LOG.warn(
                    "run {} gives up {}: it keeps failing; {} operations are left for the next run",
                    run.id(),
                    target.id(),
                    rest);
        }
    }

    private boolean isRecorded(Run run, RunTarget target, List<Outcome> outcomes) {
        boolean emails = showsEmails(target);
        return borrowed.whileOurs(run, target, () -> {
                    operations.record(run, target, outcomes, emails);
                    return true;
                })
                .isPresent();
    }

    /** What never left is done by whoever has lent the target. */
    private static List<Outcome> tried(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.reason() != Reason.NOT_TRIED || outcome.attempts() > 0)
                .toList();
    }

    /** All that could be done for this target is done; not so when the run was stopped, or is another instance's. */
    public void settle(Run run, RunTarget target) {
        if (!active.isStopped(run) && !borrowed.isOf(run)) {
            breadth.settle(run, target);
        }
    }

    private boolean showsEmails(RunTarget target) {
        return products.of(target.product())
                .capabilities(seen.about(target).get(0))
                .emails();
    }
}
