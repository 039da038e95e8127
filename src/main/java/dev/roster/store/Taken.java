package dev.roster.store;

import dev.roster.directory.Operation;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How far runs have taken the operations of their targets in hand.
 *
 * <p>It is written before anything is sent: after a crash it tells whether an account, a group or a membership that is
 * there now may be ours.
 */
@Repository
class Taken {

    private final JdbcClient jdbc;

    Taken(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param operations the next ones in their order, all of one wave; not empty */
    void take(Run run, RunTarget target, List<Operation> operations) {
        Operation last = operations.get(operations.size() - 1);
        int moved = jdbc.sql("update taken set wave = ?, operation_id = ? where run_id = ? and target_no = ?")
                .params(last.wave().number(), last.id(), run.id(), target.no())
                .update();
        if (moved == 0) {
            jdbc.sql("insert into taken (wave, operation_id, run_id, target_no) values (?, ?, ?, ?)")
                    .params(last.wave().number(), last.id(), run.id(), target.no())
                    .update();
        }
    }
}
