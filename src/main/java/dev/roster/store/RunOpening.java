package dev.roster.store;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A new run and its connection's lock: both or neither, so that a refusal leaves nothing behind. */
@Repository
public class RunOpening {

    private final RunRows rows;
    private final RunLocks locks;
    private final TransactionTemplate both;

    RunOpening(RunRows rows, RunLocks locks, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.locks = locks;
        this.both = new TransactionTemplate(transactions);
    }

    /** The run's number; empty when another run of the connection is at work. */
    public Optional<Long> open(NewRun run, String holder) {
        Optional<Long> opened = both.execute(transaction -> {
            long id = rows.insert(run);
            if (locks.acquire(run.connectionNo(), id, holder)) {
                return Optional.of(id);
            }
            transaction.setRollbackOnly();
            return Optional.empty();
        });
        return Objects.requireNonNull(opened);
    }
}
