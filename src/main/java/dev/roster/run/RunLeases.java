package dev.roster.run;

import dev.roster.store.RunRows;
import dev.roster.store.RunState;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Renews, every two seconds, the leases of what is at work in this process, and hears who was stopped elsewhere. */
@Component
class RunLeases {

    private static final Logger LOG = LoggerFactory.getLogger(RunLeases.class);

    private final ActiveRuns active;
    private final BorrowedTarget borrowed;
    private final RunRows rows;
    private final RunMeters meters;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "run-leases");
        thread.setDaemon(true);
        return thread;
    });

    RunLeases(ActiveRuns active, BorrowedTarget borrowed, RunRows rows, RunMeters meters) {
        this.active = active;
        this.borrowed = borrowed;
        this.rows = rows;
        this.meters = meters;
        heart.scheduleWithFixedDelay(this::beat, 2, 2, TimeUnit.SECONDS);
    }

    private void beat() {
        renewBorrowed();
        for (ActiveRun entry : active.all()) {
            try {
                entry.unwrittenEnd().ifPresentOrElse(message -> end(entry, message), () -> renew(entry));
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("the lease of run {} could not be renewed", entry.run().id(), e);
            }
        }
    }

    private void renewBorrowed() {
        try {
            borrowed.renew();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the lease of what another instance has lent could not be renewed", e);
        }
    }

    private void end(ActiveRun entry, String message) {
        active.end(entry.run(), RunState.FAILED, message);
        meters.ended(entry.run(), RunState.FAILED);
    }

    /** A run whose lease is lost, or that was stopped from another process, sends nothing more. */
    private void renew(ActiveRun entry) {
        if (!active.renew(entry) || rows.isStopping(entry.run().id())) {
            entry.stop();
        }
    }

    /** Before the runs themselves: what is given up must not be taken again. */
    @PreDestroy
    void close() {
        heart.shutdownNow();
    }
}
