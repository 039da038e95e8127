package dev.roster;

import org.quartz.JobPersistenceException;
import org.springframework.scheduling.quartz.LocalDataSourceJobStore;

/**
 * Each change of a schedule is a transaction of its own, whole or not at all, and waits for those of others.
 *
 * <p>Spring's store leaves transactions to whoever calls the scheduler, and Camel begins none: each statement would be
 * committed by itself then, and Quartz's lock let go before the change. A trigger that fired in the middle of its
 * replacement was stored again by that, and the replacement refused, which ended a start. Quartz has the same way of
 * doing it in its {@code JobStoreTX}, but Spring lends its data source only to a store of its own kind.
 */
public class WholeJobStore extends LocalDataSourceJobStore {

    @Override
    @SuppressWarnings("unchecked") // Quartz overrides its own generic method without naming what it answers.
    protected Object executeInLock(String lockName, TransactionCallback change) throws JobPersistenceException {
        return executeInNonManagedTXLock(lockName, change, null);
    }
}
