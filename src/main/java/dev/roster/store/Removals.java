package dev.roster.store;

import dev.roster.directory.OperationKind;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is taken away from a target: what one run plans, and what others have done lately. */
@Repository
public class Removals {

    /** Many small runs must not do what a single one may not. */
    private static final Duration LATELY = Duration.ofHours(24);

    private static final int NAMED = 10;

    /** Kind by kind: HSQLDB reads the index for one value of its last column, not for several. */
    private static final List<String> LEAVERS = List.of(
            "o.kind = 'deactivate-user'",
            "o.kind = 'delete-user'",
            "o.kind = 'remove-member' and o.reason in ('leaver', 'leaver-access')");

    private static final String PLANNED = """
            select o.id, o.person_id, o.user_name, o.group_name from operation o
            where o.run_id = :run and o.target_no = :target and o.status <> 'skipped'""";

    private static final String DONE_LATELY = """
            select o.person_id, o.user_name from run r join operation o on o.run_id = r.id
            where r.connection_no = :connection and r.id <> :run
              and coalesce(r.finished_at, r.started_at) >= :since
              and o.target_no = :target and o.status = 'done'""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Removals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How much is taken away.
     *
     * @param planned by the run in hand
     * @param lately by others, in the 24 hours before; not counted where nothing is planned
     */
    public record Count(long planned, long lately) {

        public long together() {
            return planned + lately;
        }
    }

    public Count of(Run run, RunTarget target, OperationKind kind) {
        return count("count(*)", List.of(only(kind)), run, target);
    }

    /** People who are deactivated, deleted, or stripped of memberships because they left; each counts once. */
    public Count leavers(Run run, RunTarget target) {
        return count("count(distinct coalesce(o.person_id, o.user_name))", LEAVERS, run, target);
    }

    /** The first few of those people, by username. */
    public List<String> firstLeavers(Run run, RunTarget target) {
        return first("distinct o.user_name", LEAVERS, "o.user_name", run, target);
    }

    /** The first few of them: a membership as in {@code ann: team}, otherwise what is taken away. */
    public List<String> first(Run run, RunTarget target, OperationKind kind) {
        String name = kind == OperationKind.REMOVE_MEMBER ? "o.user_name || ': ' || o.group_name" : "o.group_name";
        return first(name, List.of(only(kind)), "o.id", run, target);
    }

    private List<String> first(String what, List<String> which, String order, Run run, RunTarget target) {
        return jdbc.sql("select " + what + " from (" + each(which, PLANNED) + ") o order by " + order + " limit "
                        + NAMED)
                .param("run", run.id())
                .param("target", target.no())
                .query(String.class)
                .list();
    }

    private Count count(String what, List<String> which, Run run, RunTarget target) {
        long planned = jdbc.sql("select " + what + " from (" + each(which, PLANNED) + ") o")
                .param("run", run.id())
                .param("target", target.no())
                .query(Long.class)
                .single();
        return new Count(planned, planned == 0 ? 0 : lately(what, which, run, target));
    }

    private long lately(String what, List<String> which, Run run, RunTarget target) {
        return jdbc.sql("select " + what + " from (" + each(which, DONE_LATELY) + ") o")
                .param("connection", run.connectionNo())
                .param("run", run.id())
                .param("since", clock.instant().minus(LATELY).atOffset(ZoneOffset.UTC))
                .param("target", target.no())
                .query(Long.class)
                .single();
    }

    private static String only(OperationKind kind) {
        return "o.kind = '" + kind.word() + "'";
    }

    private static String each(List<String> which, String operations) {
        return which.stream().map(one -> operations + " and " + one).collect(Collectors.joining(" union all "));
    }
}
