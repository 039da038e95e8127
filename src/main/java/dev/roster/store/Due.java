package dev.roster.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * Marks of who and what changed in Entra since each target was last brought up to date.
 *
 * <p>A mark is written in the transaction of the change, for every target of the connection, whether or not it takes
 * part in the run. Marked again, it counts as of the later run.
 */
@Component
class Due {

    private static final Kind PEOPLE = new Kind("due_person", "person_id");
    private static final Kind GROUPS = new Kind("due_group", "group_id");

    /** From so many changed groups on, marking everybody is cheaper than finding out who is in them. */
    private static final int MANY = 500;

    private static final String MEMBERS_BELOW = " join group_closure c on c.connection_no = :connection"
            + " and c.group_id = g.item join membership m on m.connection_no = c.connection_no"
            + " and m.group_id = c.subgroup_id";
    private static final String BELOW_THESE =
            "select m.person_id as id from (select k.item from " + Keys.TABLE + ") g" + MEMBERS_BELOW;
    private static final String BELOW_CHANGED =
            "select m.person_id as id from (select x.group_id as item from changed_group x where x.target_no = :target) g"
                    + MEMBERS_BELOW;
    private static final String ALL = "select p.id from person p where p.connection_no = :connection";

    private static final String MOVE_MARKS = "update due_person set since_run = :run"
            + " where target_no = :target and since_run < :run and person_id in (%s)";
    private static final String ADD_MARKS = "insert into due_person (target_no, person_id, since_run)"
            + " select cast(:target as int), q.id, cast(:run as bigint) from (select distinct w.id from (%s) w) q"
            + " left join due_person d on d.target_no = :target and d.person_id = q.id where d.person_id is null";

    private final JdbcClient jdbc;
    private final Batches batches;

    Due(JdbcClient jdbc, Batches batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    private record Kind(String table, String column) {}

    private record Mark(int target, String id, @Nullable Long since) {}

    /** Everybody here, for all targets of the connection. */
    void people(Run run, Collection<String> ids) {
        mark(PEOPLE, run, targets(run), ids);
    }

    /** The same, for one target. */
    void people(Run run, RunTarget target, Collection<String> ids) {
        mark(PEOPLE, run, List.of(target.no()), ids);
    }

    /** Groups in which somebody came or went, with those above them, for all targets. */
    void groups(Run run, Collection<String> ids) {
        mark(GROUPS, run, targets(run), withAbove(run, ids));
    }

    private void mark(Kind kind, Run run, List<Integer> targets, Collection<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        List<Mark> open = targets.stream()
                .flatMap(target -> open(kind, run, target, ids).stream())
                .toList();
        batches.write(
                "insert into " + kind.table() + " (target_no, " + kind.column() + ", since_run) values (?, ?, ?)",
                open.stream().filter(mark -> mark.since() == null).toList(),
                mark -> new Object[] {mark.target(), mark.id(), run.id()});
        batches.write(
                "update " + kind.table() + " set since_run = ? where target_no = ? and " + kind.column() + " = ?",
                open.stream().filter(mark -> mark.since() != null).toList(),
                mark -> new Object[] {run.id(), mark.target(), mark.id()});
    }

    /** Those that have no mark of this run yet. */
    private List<Mark> open(Kind kind, Run run, int target, Collection<String> ids) {
        return jdbc.sql("select k.item, d.since_run from " + Keys.TABLE + " left join " + kind.table()
                        + " d on d.target_no = :target and d." + kind.column() + " = k.item"
                        + " where d.since_run is null or d.since_run < :run")
                .param("keys", Keys.of(Set.copyOf(ids)))
                .param("target", target)
                .param("run", run.id())
                .query((rs, n) -> new Mark(target, rs.getString(1), rs.getObject(2, Long.class)))
                .list();
    }

    /** Groups that changed as a whole: with them, everybody who is in or below them, or will be when it is settled. */
    void wholeGroups(Run run, Collection<String> ids) {
        wholeGroups(run, targets(run), ids);
    }

    /** The same, for one target. */
    void wholeGroups(Run run, RunTarget target, Collection<String> ids) {
        wholeGroups(run, List.of(target.no()), ids);
    }

    private void wholeGroups(Run run, List<Integer> targets, Collection<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        mark(GROUPS, run, targets, withAbove(run, ids));
        List<String> placed = placed(run, ids);
        for (int target : targets) {
            if (!placed.isEmpty()) {
                everybody(run, target, BELOW_THESE, Keys.of(placed));
            }
            batches.upsert(
                    "update changed_group set group_id = group_id where target_no = ? and group_id = ?",
                    "insert into changed_group (target_no, group_id) values (?, ?)",
                    List.copyOf(Set.copyOf(ids)),
                    id -> new Object[] {target, id},
                    id -> new Object[] {target, id});
        }
    }

    /** Those whose place in the nesting is worked out; of a new group nobody is known to be below. */
    private List<String> placed(Run run, Collection<String> ids) {
        return jdbc.sql("select k.item from " + Keys.TABLE + " join group_closure c"
                        + " on c.connection_no = :connection and c.group_id = k.item and c.subgroup_id = k.item")
                .param("keys", Keys.of(Set.copyOf(ids)))
                .param("connection", run.connectionNo())
                .query(String.class)
                .list();
    }

    private Set<String> withAbove(Run run, Collection<String> ids) {
        Set<String> groups = new TreeSet<>(ids);
        groups.addAll(jdbc.sql("select distinct c.group_id from " + Keys.TABLE + " join group_closure c"
                        + " on c.connection_no = :connection and c.subgroup_id = k.item")
                .param("keys", Keys.of(ids))
                .param("connection", run.connectionNo())
                .query(String.class)
                .list());
        return groups;
    }

    /** Whether groups changed since the nesting was last worked out. */
    boolean isUnsettled(Run run) {
        return !changed(run, 1).isEmpty();
    }

    /** Called when the nesting is worked out: marks who is in or below a changed group now. */
    void settle(Run run) {
        boolean most = changed(run, MANY).size() == MANY;
        for (int target : targets(run)) {
            mark(GROUPS, run, List.of(target), withAbove(run, changed(target)));
            everybody(run, target, most ? ALL : BELOW_CHANGED, Keys.of(List.of()));
            jdbc.sql("delete from changed_group where target_no = ?")
                    .param(target)
                    .update();
        }
    }

    private List<String> changed(Run run, int most) {
        return jdbc.sql("select distinct x.group_id from target_name t join changed_group x on x.target_no = t.no"
                        + " where t.connection_no = ? limit " + most)
                .param(run.connectionNo())
                .query(String.class)
                .list();
    }

    private List<String> changed(int target) {
        return jdbc.sql("select group_id from changed_group where target_no = ?")
                .param(target)
                .query(String.class)
                .list();
    }

    private void everybody(Run run, int target, String who, SqlArrayValue keys) {
        for (String sql : List.of(MOVE_MARKS.formatted(who), ADD_MARKS.formatted(who))) {
            jdbc.sql(sql)
                    .param("keys", keys)
                    .param("connection", run.connectionNo())
                    .param("target", target)
                    .param("run", run.id())
                    .update();
        }
    }

    private List<Integer> targets(Run run) {
        return jdbc.sql("select no from target_name where connection_no = ?")
                .param(run.connectionNo())
                .query(Integer.class)
                .list();
    }
}
