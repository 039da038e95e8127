package dev.roster.store;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A run's row and its connection's lock, changed together: whoever sees the one can rely on the other. */
@Repository
public class LockedRuns {

    private final RunRows rows;
    private final RunLocks locks;
    private final AwaitedReconciles awaited;
    private final TransactionTemplate both;

    LockedRuns(RunRows rows, RunLocks locks, AwaitedReconciles awaited, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.locks = locks;
        this.awaited = awaited;
        this.both = new TransactionTemplate(transactions);
    }

    /**
     * Takes the lock for a new run; a whole reconcile is the one that was awaited, whoever starts it. A refusal leaves
     * nothing behind.
     *
     * @return the run's number; empty when another run of the connection is at work
     */
    public Optional<Long> open(NewRun run, String holder) {
        Optional<Long> opened = both.execute(transaction -> {
            long id = rows.insert(run);
            if (locks.acquire(run.connectionNo(), id, holder)) {
                if (isWholeReconcile(run)) {
                    awaited.forget(run.connectionNo());
                }
                return Optional.of(id);
            }
            transaction.setRollbackOnly();
            return Optional.empty();
        });
        return Objects.requireNonNull(opened);
    }

    private static boolean isWholeReconcile(NewRun run) {
        return run.reconcile() && run.mode() == Run.Mode.SYNC && run.targets().isEmpty();
    }

    /**
     * The run is over, and the next may begin.
     *
     * @param message what is said of it; null leaves what was said before
     */
    public void end(Run run, RunState state, @Nullable String message) {
        both.executeWithoutResult(transaction -> {
            rows.end(run.id(), state, message);
            locks.release(run.connectionNo(), run.id());
        });
    }

    /** The run waits until somebody approves it, and is in no other's way. */
    public void letWait(Run run) {
        both.executeWithoutResult(transaction -> {
            rows.state(run.id(), RunState.AWAITING_APPROVAL);
            locks.release(run.connectionNo(), run.id());
        });
    }
}
