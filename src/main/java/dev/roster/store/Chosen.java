package dev.roster.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** For which targets the rules have chosen among the groups as they are now. */
@Repository
public class Chosen {

    private final JdbcClient jdbc;

    Chosen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the rules that this basis stands for have chosen, and no group has changed since. */
    public boolean is(RunTarget target, String basis) {
        return jdbc.sql("select count(*) from chosen where target_no = ? and basis = ?")
                        .params(target.no(), basis)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Transactional
    public void remember(RunTarget target, String basis) {
        jdbc.sql("delete from chosen where target_no = ?").param(target.no()).update();
        jdbc.sql("insert into chosen (target_no, basis) values (?, ?)")
                .params(target.no(), basis)
                .update();
    }

    /** Some group of the connection has changed. */
    void forget(Run run) {
        jdbc.sql("delete from chosen where target_no in (select no from target_name where connection_no = ?)")
                .param(run.connectionNo())
                .update();
    }
}
