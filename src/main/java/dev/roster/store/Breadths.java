package dev.roster.store;

import dev.roster.plan.Breadth;
import dev.roster.plan.Breadth.Cause;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How much of each target the runs look at and plan. */
@Repository
public class Breadths {

    private final JdbcClient jdbc;
    private final FullPlans fullPlans;

    Breadths(JdbcClient jdbc, FullPlans fullPlans) {
        this.jdbc = jdbc;
        this.fullPlans = fullPlans;
    }

    /** What decides how much of a target this run has to do with. */
    public Breadth.Facts facts(Run run, RunTarget target) {
        long due = count("select count(*) from due_person where target_no = ?", target);
        return new Breadth.Facts(
                run.reconcile(),
                fullPlans.fingerprint(target).orElse(null),
                fingerprint(run).orElse(null),
                count("select count(*) from (select 1 from unacknowledged where target_no = ? limit 1) x", target) > 0,
                due,
                Breadth.isMuch(due) ? count("select count(*) from wanted_account where target_no = ?", target) : 0,
                count("select count(*) from due_group where target_no = ?", target) > 0
                        || count("select count(*) from due_target_group where target_no = ?", target) > 0);
    }

    private long count(String sql, RunTarget target) {
        return jdbc.sql(sql).param(target.no()).query(Long.class).single();
    }

    private Optional<String> fingerprint(Run run) {
        return jdbc.sql("select settings_hash from run where id = ? and settings_hash is not null")
                .param(run.id())
                .query(String.class)
                .optional();
    }

    @Transactional
    public void keep(Run run, RunTarget target, Breadth breadth) {
        forget(run, target);
        jdbc.sql("insert into breadth (run_id, target_no, cause) values (?, ?, ?)")
                .params(run.id(), target.no(), breadth.cause().word())
                .update();
    }

    public void forget(Run run, RunTarget target) {
        jdbc.sql("delete from breadth where run_id = ? and target_no = ?")
                .params(run.id(), target.no())
                .update();
    }

    /** Empty before it is decided. */
    public Optional<Breadth> of(Run run, RunTarget target) {
        return jdbc.sql("select cause from breadth where run_id = ? and target_no = ?")
                .params(run.id(), target.no())
                .query(String.class)
                .optional()
                .map(word -> Breadth.of(Cause.of(word)));
    }

    /** Whether the plan of any target may mend what was changed by hand. */
    public boolean findsDrift(long run) {
        return causes(run).values().stream().map(Cause::of).anyMatch(Cause::findsDrift);
    }

    /** Why each target of a run was looked at as it was, by its name. */
    public Map<String, String> causes(long run) {
        Map<String, String> causes = new TreeMap<>();
        jdbc.sql("select t.name, b.cause from breadth b join target_name t on t.no = b.target_no where b.run_id = ?")
                .param(run)
                .query(row -> {
                    causes.put(row.getString(1), row.getString(2));
                });
        return causes;
    }
}
