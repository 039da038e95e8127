package dev.roster.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided about whom, page by page. Only people and groups that still matter to the target are in it. */
@Repository
public class DecisionQuery {

    private static final String FROM = """
             from decision d
            join target_name t on t.no = d.target_no
            join connection_name c on c.no = t.connection_no""";
    private static final String CURRENT = """
            (d.about = 'user' and exists (select 1 from wanted_account w
               where w.target_no = d.target_no and w.person_id = d.subject)
             or d.about = 'group' and exists (select 1 from wanted_group w
               where w.target_no = d.target_no and w.group_key = d.subject))""";

    private final JdbcClient jdbc;

    DecisionQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A decision as it is shown.
     *
     * @param about user or group
     * @param subject Entra's id of a person, the key of a group
     * @param since the run in which it was last decided otherwise
     */
    public record DecisionRow(
            String target,
            String about,
            String subject,
            @Nullable String name,
            String reason,
            @Nullable String detail,
            long since) {}

    /** The decisions that stood at the end of a run and have not changed since. */
    public Page<DecisionRow> page(RunRow run, @Nullable String target, @Nullable String reason, PageRequest page) {
        Conditions conditions = new Conditions()
                .with("c.name = :connection", "connection", run.connection())
                .with("d.run_id <= :run", "run", run.id())
                .maybe("t.name in (:targets)", "targets", run.targets().isEmpty() ? null : run.targets())
                .maybe("t.name = :target", "target", target)
                .maybe("d.reason = :reason", "reason", reason);
        String from = FROM + conditions.where() + " and " + CURRENT;
        long total = conditions
                .fill(jdbc.sql("select count(*)" + from))
                .query(Long.class)
                .single();
        return new Page<>(
                page.page(),
                page.size(),
                total,
                conditions
                        .fill(jdbc.sql("select t.name as target, d.*" + from
                                + " order by t.name, d.about desc, d.name, d.subject limit :size offset :offset"))
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query((rs, n) -> new DecisionRow(
                                rs.getString("target"),
                                rs.getString("about"),
                                rs.getString("subject"),
                                rs.getString("name"),
                                rs.getString("reason"),
                                rs.getString("detail"),
                                rs.getLong("run_id")))
                        .list());
    }
}
