package dev.roster.store;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** With which settings and routes everything was last planned, for each target. */
@Repository
public class FullPlans {

    private final JdbcClient jdbc;

    FullPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The run's fingerprint; empty when everything was never planned. */
    public Optional<String> fingerprint(RunTarget target) {
        return jdbc.sql("select settings_hash from full_plan where target_no = ?")
                .param(target.no())
                .query(String.class)
                .optional();
    }

    /** The next run has to plan everything. */
    public void forget(RunTarget target) {
        jdbc.sql("delete from full_plan where target_no = ?").param(target.no()).update();
    }

    /** The run has planned everything for the target. */
    @Transactional
    public void remember(Run run, RunTarget target) {
        forget(target);
        jdbc.sql("""
                insert into full_plan (target_no, run_id, settings_hash)
                select cast(? as int), id, settings_hash from run where id = ? and settings_hash is not null""").params(target.no(), run.id()).update();
    }
}
