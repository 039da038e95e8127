package dev.roster.store;

import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import dev.roster.store.Seen.Mark;
import dev.roster.store.Seen.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whom and what a plan is about, some at a time: all of a target, or those that are due.
 *
 * <p>The order names every column of an index: only then does HSQLDB stop at the limit instead of sorting all that is
 * left.
 */
@Repository
public class AgendaPages {

    private static final int PEOPLE = 1000;

    /** Memberships are compared that many groups at a time, so that neither result nor transaction grows. */
    private static final int GROUPS = 200;

    private static final String GROUPS_DUE = """
            select g.group_key as item from due_target_group g where g.target_no = :target
            union
            select s.group_key from due_group d
            join group_source s on s.target_no = d.target_no and s.group_id = d.group_id
            where d.target_no = :target
            union
            select s.group_key from due_group d
            join owned_group_source s on s.target_no = d.target_no and s.group_id = d.group_id
            where d.target_no = :target
            union
            select s.group_key from due_person d
            join membership m on m.connection_no = :connection and m.person_id = d.person_id
            join group_closure c on c.connection_no = m.connection_no and c.subgroup_id = m.group_id
            join group_source s on s.target_no = d.target_no and s.group_id = c.group_id
            left join seen_group n on n.target_no = s.target_no and n.name_key = s.group_key
            where d.target_no = :target and n.name_key is null""";

    private final JdbcClient jdbc;

    AgendaPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The people to decide about, by their ids. */
    public Page people(RunTarget target, boolean everything, Mark after) {
        String table = everything ? "wanted_account" : "due_person";
        return page(
                "select person_id from " + table + " where target_no = :target and person_id > :after"
                        + " order by target_no, person_id",
                target,
                after,
                PEOPLE);
    }

    /** The groups to decide about that are wanted or ours, by their keys. */
    public Page groups(Run run, RunTarget target, boolean everything, Mark after) {
        if (!everything) {
            return groupsDue(run, target, after);
        }
        return page("""
                select x.group_key from (
                  select group_key from (
                    select group_key from wanted_group
                    where target_no = :target and group_key > :after
                    order by target_no, group_key
                    limit 1000) w
                  union
                  select group_key from (
                    select group_key from owned_group
                    where target_no = :target and group_key > :after
                    order by target_no, group_key
                    limit 1000) o) x
                order by x.group_key""", target, after, PEOPLE);
    }

    /**
     * Wanted groups of which it is not known whether they are there or who is in them, and those about which something
     * failed; as what would be done to create them.
     */
    public List<Operation> groupsToLookAt(Run run, RunTarget target) {
        return jdbc.sql("select w.name from (" + GROUPS_DUE + """
                ) x
                left join wanted_group w on w.target_no = :target and w.group_key = x.item
                left join seen_group g on g.target_no = w.target_no and g.name_key = w.group_key
                left join due_target_group t on t.target_no = w.target_no and t.group_key = w.group_key
                where w.group_key is not null
                  and (g.name_key is null or g.members_read < g.read_no or t.group_key is not null)
                order by w.group_key""")
                .param("target", target.no())
                .param("connection", run.connectionNo())
                .query((rs, n) -> creation(target, rs.getString(1)))
                .list();
    }

    private static Operation creation(RunTarget target, String group) {
        return new Operation(
                0,
                target.no(),
                Wave.GROUPS_CREATED,
                OperationKind.CREATE_GROUP,
                null,
                group,
                null,
                null,
                Map.of(),
                Map.of(),
                Reason.GROUP_MISSING);
    }

    private Page groupsDue(Run run, RunTarget target, Mark after) {
        List<String> rows = jdbc.sql("select x.item from (" + GROUPS_DUE
                        + ") x where x.item > :after order by x.item limit " + PEOPLE)
                .param("target", target.no())
                .param("connection", run.connectionNo())
                .param("after", after.key())
                .query(String.class)
                .list();
        return new Page(rows, next(rows, PEOPLE));
    }

    /** The groups whose members are compared, by their keys: all, or those that are due themselves. */
    public Page groupsToCompare(RunTarget target, boolean everything, Mark after) {
        if (!everything) {
            return page(
                    "select group_key from due_target_group where target_no = :target and group_key > :after"
                            + " order by target_no, group_key",
                    target,
                    after,
                    GROUPS);
        }
        return page("""
                select x.group_key from (
                  select group_key from (
                    select group_key from wanted_group
                    where target_no = :target and group_key > :after
                    order by target_no, group_key
                    limit 200) w
                  union
                  select name_key from (
                    select name_key from seen_group
                    where target_no = :target and name_key > :after
                    order by target_no, name_key
                    limit 200) s) x
                order by x.group_key""", target, after, GROUPS);
    }

    /** The names under which accounts of people who are due may be found in the product. */
    public Page namesToLookUp(Run run, RunTarget target, boolean scoped, boolean filtered, String filter, Mark after) {
        List<String> rows = jdbc.sql("""
                select x.name from (
                  select o.name_key as name from due_person d
                  join owned_account o on o.target_no = d.target_no and o.person_id = d.person_id
                  where d.target_no = :target and o.name_key <> '/' || o.person_id
                  union
                  select w.account_key from due_person d
                  join wanted_account w on w.target_no = d.target_no and w.person_id = d.person_id
                  where d.target_no = :target and w.account_key is not null
                  union
                  select w.username_key from due_person d
                  join wanted_account w on w.target_no = d.target_no and w.person_id = d.person_id
                  left join owned_account o on o.target_no = d.target_no and o.person_id = d.person_id
                  left join scope_person s on s.target_no = d.target_no and s.person_id = d.person_id
                  left join filtered_person f on f.connection_no = :connection and f.filter_key = :filter
                    and f.person_id = d.person_id
                  where d.target_no = :target and w.verdict is null
                    and (w.enabled = true or o.person_id is not null)
                    and (:scoped = false or s.person_id is not null)
                    and (:filtered = false or f.person_id is not null)) x
                where x.name > :after
                order by x.name
                limit 1000""")
                .param("target", target.no())
                .param("connection", run.connectionNo())
                .param("scoped", scoped)
                .param("filtered", filtered)
                .param("filter", filter)
                .param("after", after.key())
                .query(String.class)
                .list();
        return new Page(rows, next(rows, PEOPLE));
    }

    /** Names of accounts of people who are due and may have left. */
    public List<String> leaversToLookAt(Run run, RunTarget target, boolean scoped, boolean filtered, String filter) {
        return jdbc.sql("""
                select a.name from due_person d
                join owned_account o on o.target_no = d.target_no and o.person_id = d.person_id
                join seen_account a on a.target_no = o.target_no and a.name_key = o.name_key
                join wanted_account w on w.target_no = d.target_no and w.person_id = d.person_id
                left join scope_person s on s.target_no = d.target_no and s.person_id = d.person_id
                left join filtered_person f on f.connection_no = :connection and f.filter_key = :filter
                  and f.person_id = d.person_id
                where d.target_no = :target
                  and (w.verdict is not null or w.enabled = false
                    or :scoped = true and s.person_id is null
                    or :filtered = true and f.person_id is null)
                order by a.name_key""")
                .param("target", target.no())
                .param("connection", run.connectionNo())
                .param("scoped", scoped)
                .param("filtered", filtered)
                .param("filter", filter)
                .query(String.class)
                .list();
    }

    private Page page(String sql, RunTarget target, Mark after, int size) {
        List<String> rows = jdbc.sql(sql + " limit " + size)
                .param("target", target.no())
                .param("after", after.key())
                .query(String.class)
                .list();
        return new Page(rows, next(rows, size));
    }

    private static @Nullable Mark next(List<String> rows, int size) {
        return rows.size() < size ? null : new Mark(rows.get(rows.size() - 1));
    }
}
