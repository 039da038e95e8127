package dev.roster.store;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a run comes to and the release of its connection's lock: whoever sees the one finds the other. */
@Repository
public class RunEnding {

    private final RunRows rows;
    private final RunLocks locks;
    private final TransactionTemplate both;

    RunEnding(RunRows rows, RunLocks locks, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.locks = locks;
        this.both = new TransactionTemplate(transactions);
    }

    /** @param message what is said of it; null leaves what was said before */
    public void end(Run run, RunState state, @Nullable String message) {
        both.executeWithoutResult(transaction -> {
            rows.end(run.id(), state, message);
            locks.release(run.connectionNo(), run.id());
        });
    }

    /** It goes on when somebody approves. */
    public void letWait(Run run) {
        both.executeWithoutResult(transaction -> {
            rows.state(run.id(), RunState.AWAITING_APPROVAL);
            locks.release(run.connectionNo(), run.id());
        });
    }
}
