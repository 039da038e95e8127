package dev.roster.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What one run planned and another one, which planned later, did not. */
@Repository
public class PlanDifference {

    private static final String WANTED = """
            select target_no, kind, user_name, group_name, person_id, account_id, becomes
            from operation where run_id = %s
            union all
            select target_no, 'take-over-' || kind, name_key, cast(null as varchar(255)), person_id, account_id,
                   cast(null as varchar(8000))
            from adoption where run_id = %s""";

    private final JdbcClient jdbc;

    PlanDifference(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * So many of them, as in {@code jira: create-user ann}, with the number of all.
     *
     * @param first the first few
     */
    public record Missing(long count, List<String> first) {}

    /** Of these targets. What a plan wants of an account that was made anew is something else. */
    public Missing missing(long plan, long later, Collection<String> targets, int most) {
        if (targets.isEmpty()) {
            return new Missing(0, List.of());
        }
        String from = " from (" + wanted(":plan") + " except " + wanted(":later") + ") x"
                + " join target_name t on t.no = x.target_no where t.name in (:targets)";
        long count = jdbc.sql("select count(*)" + from)
                .param("plan", plan)
                .param("later", later)
                .param("targets", targets)
                .query(Long.class)
                .single();
        List<String> first = jdbc.sql("select t.name, x.kind, x.user_name, x.group_name" + from
                        + " order by t.name, x.kind, x.user_name, x.group_name limit :most")
                .param("plan", plan)
                .param("later", later)
                .param("targets", targets)
                .param("most", most)
                .query((rs, n) -> rs.getString(1) + ": "
                        + Stream.of(rs.getString(2), rs.getString(3), rs.getString(4))
                                .flatMap(word -> Optional.ofNullable(word).stream())
                                .collect(Collectors.joining(" ")))
                .list();
        return new Missing(count, first);
    }

    private static String wanted(String run) {
        return "(" + WANTED.formatted(run, run) + ")";
    }
}
