package dev.roster.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Operations that were sent, perhaps, and of which nobody knows the end; the next run finds out. */
@Repository
public class Unanswered {

    private final JdbcClient jdbc;

    Unanswered(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was taken in hand, and is not recorded, may have been sent: it is left, as after a try without an answer.
     *
     * @return how many were left
     */
    @Transactional
    public int leave(Run run, RunTarget target) {
        return jdbc.sql("""
                update operation set status = 'skipped', reason = 'not-tried', attempts = 1
                where run_id = :run and target_no = :target and status = 'planned'
                  and exists (select 1 from taken t where t.run_id = :run and t.target_no = :target
                      and (operation.wave < t.wave or operation.wave = t.wave and operation.id <= t.operation_id))""").param("run", run.id()).param("target", target.no()).update();
    }

    /** Whether something was left after a try without an answer. */
    public boolean any(Run run, RunTarget target) {
        return jdbc.sql("""
                        select count(*) from (select 1 from operation
                          where run_id = ? and target_no = ? and status = 'skipped' and attempts > 0 limit 1) o""").params(run.id(), target.no()).query(Long.class).single() > 0;
    }
}
