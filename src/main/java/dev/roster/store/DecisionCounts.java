package dev.roster.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many people and groups each reason was the decision about, of those that are wanted.
 *
 * <p>Counting goes through all decisions of a target, so the numbers are kept, and follow what is changed. A plan about
 * everything has them counted anew.
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

    /** To be counted anew. */
    public void forget(RunTarget target) {
        jdbc.sql("delete from decision_count where target_no = ?")
                .param(target.no())
                .update();
    }

    /** So many decisions about whom or what is wanted have got another reason. */
    void moved(int target, String from, String to, long number) {
        if (number > 0 && kept(target)) {
            add(target, Map.of(from, -number, to, number));
        }
    }

    /** Does something to decisions about these people or groups, or to whether they are wanted. */
    void follow(int target, About about, Collection<String> subjects, Runnable change) {
        if (subjects.isEmpty() || !kept(target)) {
            change.run();
            return;
        }
        Map<String, Long> moved = new TreeMap<>();
        some(target, about, subjects).forEach((reason, number) -> moved.merge(reason, -number, Long::sum));
        change.run();
        some(target, about, subjects).forEach((reason, number) -> moved.merge(reason, number, Long::sum));
        moved.values().removeIf(number -> number == 0);
        add(target, moved);
    }

    private boolean kept(int target) {
        return !jdbc.sql("select reason from decision_count where target_no = ? limit 1")
                .param(target)
                .query(String.class)
                .list()
                .isEmpty();
    }

    private Map<String, Long> some(int target, About about, Collection<String> subjects) {
        Map<String, Long> numbers = new TreeMap<>();
        jdbc.sql("select d.reason, count(*) from " + Keys.TABLE
                        + " join decision d on d.target_no = :target and d.about = :about and d.subject = k.item"
                        + " join " + about.wanted() + " w on w.target_no = d.target_no and w." + about.key()
                        + " = d.subject group by d.reason")
                .param("about", about.word())
                .param("target", target)
                .param("keys", Keys.of(Set.copyOf(subjects)))
                .query(row -> {
                    numbers.put(row.getString(1), row.getLong(2));
                });
        return numbers;
    }

    private void add(int target, Map<String, Long> moved) {
        batches.upsert(
                "update decision_count set number = number + ? where target_no = ? and reason = ?",
                "insert into decision_count (number, target_no, reason) values (?, ?, ?)",
                List.copyOf(moved.entrySet()),
                reason -> new Object[] {reason.getValue(), target, reason.getKey()},
                reason -> new Object[] {reason.getValue(), target, reason.getKey()});
        jdbc.sql("delete from decision_count where target_no = ? and number = 0")
                .param(target)
                .update();
    }

    private Map<String, Long> counted(RunTarget target) {
        String all = Stream.of(About.values()).map(DecisionCounts::reasons).collect(Collectors.joining(" union all "));
        return numbers("select x.reason, count(*) from (" + all + ") x group by x.reason", target);
    }

    /** People and groups apart: with one condition for both, PostgreSQL looks each of them up by itself. */
    private static String reasons(About about) {
        return """
                select d.reason from decision d
                where d.target_no = :target and d.about = '%s' and exists (
                  select 1 from %s w where w.target_no = d.target_no and w.%s = d.subject)""".formatted(about.word(), about.wanted(), about.key());
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
