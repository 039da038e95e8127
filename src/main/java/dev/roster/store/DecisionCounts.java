package dev.roster.store;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many people and groups each reason was the decision about.
 *
 * <p>Counting goes through all decisions of a target, so the numbers are kept until anything is decided anew.
 */
@Repository
public class DecisionCounts {

    private final JdbcClient jdbc;
    private final Batches batches;

    DecisionCounts(JdbcClient jdbc, Batches batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Transactional
    public Map<String, Long> of(RunTarget target) {
        Map<String, Long> kept = numbers("select reason, number from decision_count where target_no = :target", target);
        return kept.isEmpty() ? keep(target, counted(target)) : kept;
    }

    /** What was kept is true no longer. */
    public void forget(RunTarget target) {
        forget(target.no());
    }

    void forget(int target) {
        jdbc.sql("delete from decision_count where target_no = ?").param(target).update();
    }

    /** People and groups apart: with one condition for both, PostgreSQL looks each of them up by itself. */
    private Map<String, Long> counted(RunTarget target) {
        return numbers("""
                select x.reason, count(*) from (
                  select d.reason from decision d
                  where d.target_no = :target and d.about = 'user' and exists (
                    select 1 from wanted_account w where w.target_no = d.target_no and w.person_id = d.subject)
                  union all
                  select d.reason from decision d
                  where d.target_no = :target and d.about = 'group' and exists (
                    select 1 from wanted_group w where w.target_no = d.target_no and w.group_key = d.subject)) x
                group by x.reason""", target);
    }

    private Map<String, Long> keep(RunTarget target, Map<String, Long> counts) {
        batches.write(
                "insert into decision_count (target_no, reason, number) values (?, ?, ?)", counts.entrySet(), count ->
                        new Object[] {target.no(), count.getKey(), count.getValue()});
        return counts;
    }

    private Map<String, Long> numbers(String sql, RunTarget target) {
        Map<String, Long> numbers = new TreeMap<>();
        jdbc.sql(sql).param("target", target.no()).query(row -> {
            numbers.put(row.getString(1), row.getLong(2));
        });
        return numbers;
    }
}
