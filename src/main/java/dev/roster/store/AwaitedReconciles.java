package dev.roster.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reconciles that were due while another run of their connection was at work; one for each at most. */
@Repository
public class AwaitedReconciles {

    private final JdbcClient jdbc;

    AwaitedReconciles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void note(int connection) {
        if (!isAwaited(connection)) {
            jdbc.sql("insert into awaited_reconcile (connection_no) values (?)")
                    .param(connection)
                    .update();
        }
    }

    public boolean isAwaited(int connection) {
        return jdbc.sql("select count(*) from awaited_reconcile where connection_no = ?")
                        .param(connection)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** A reconcile has begun. */
    public void forget(int connection) {
        jdbc.sql("delete from awaited_reconcile where connection_no = ?")
                .param(connection)
                .update();
    }
}
