package dev.roster.run;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Times in which no run of this process is at work, for what must not happen under a run's feet. A run that is to begin
 * meanwhile waits until the time is over; it is neither lost nor refused.
 */
@Component
public class QuietTime {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final ActiveRuns active;

    QuietTime(ActiveRuns active) {
        this.active = active;
    }

    /** Takes a run to being at work, when it may. */
    <T> T begin(Supplier<T> opening) {
        lock.readLock().lock();
        try {
            return opening.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Uses such a time when it is one now.
     *
     * @return what the work says; false, without it, when a run is at work
     */
    public boolean use(BooleanSupplier work) {
        if (!lock.writeLock().tryLock()) {
            return false;
        }
        try {
            return active.none() && work.getAsBoolean();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
