package dev.roster.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets the statements of a run work on a copy of some rows, in memory, that is thrown away afterwards.
 *
 * <p>Why a copy, and not a transaction on the real tables that is rolled back: HSQLDB lets writers of one row wait for
 * each other and ends one of them in a deadlock, which might be the run that is at work. Of the real tables a rehearsal
 * only reads, without a lock, and what it writes cannot reach them.
 */
@Component
public class Rehearsal {

    private final DataSource real;
    private final MemoryTables tables;
    private final Excerpts excerpts;

    Rehearsal(JdbcTemplate jdbc, MemoryTables tables, Excerpts excerpts) {
        this.real = Objects.requireNonNull(jdbc.getDataSource());
        this.tables = tables;
        this.excerpts = excerpts;
    }

    /** What is done on the copy. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /** Everything that this thread asks of the database meanwhile, it asks of the copy. */
    public void on(Excerpt excerpt, Work work) throws Exception {
        try (Connection copy = tables.open()) {
            excerpts.copy(excerpt, new JdbcTemplate(new SingleConnectionDataSource(copy, true)));
            perform(copy, work);
        }
    }

    /** Bound as a transaction binds its connection, so that all of Spring and Camel's SQL take this one. */
    private void perform(Connection copy, Work work) throws Exception {
        if (TransactionSynchronizationManager.hasResource(real)) {
            throw new SQLException("a rehearsal does not begin inside of a transaction");
        }
        TransactionSynchronizationManager.bindResource(real, new ConnectionHolder(copy, true));
        try {
            work.run();
        } finally {
            TransactionSynchronizationManager.unbindResource(real);
        }
    }
}
