package dev.roster.store;

import dev.roster.directory.EntraGroup;
import dev.roster.directory.GroupMembers;
import dev.roster.directory.Person;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What Entra holds, as the last reading found it.
 *
 * <p>Pages are laid over what was known. Who did not come up is only forgotten when the reading is complete; a reading
 * that breaks off leaves rows that the next one corrects before anything is planned from them.
 */
@Repository
public class Source {

    private final JdbcClient jdbc;
    private final Batches batches;

    Source(JdbcClient jdbc, Batches batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Transactional
    public void keepPeople(Run run, List<Person> people) {
        batches.upsert("""
                update person set principal_name = ?, enabled = ?, read_no = ? where connection_no = ? and id = ?""", """
                insert into person (principal_name, enabled, read_no, connection_no, id) values (?, ?, ?, ?, ?)""", people, person -> row(run, person), person -> row(run, person));
    }

    private static Object[] row(Run run, Person person) {
        return new Object[] {person.principalName(), person.enabled(), run.id(), run.connectionNo(), person.id()};
    }

    /** Some of the people that a filter finds. */
    @Transactional
    public void keepFiltered(Run run, UserFilter filter, List<String> people) {
        batches.upsert(
                "update filtered_person set read_no = ? where connection_no = ? and filter_key = ? and person_id = ?",
                "insert into filtered_person (read_no, connection_no, filter_key, person_id) values (?, ?, ?, ?)",
                people,
                id -> new Object[] {run.id(), run.connectionNo(), filter.key(), id},
                id -> new Object[] {run.id(), run.connectionNo(), filter.key(), id});
    }

    @Transactional
    public void keepGroups(Run run, List<EntraGroup> groups) {
        batches.upsert("""
                update entra_group set name = ?, kind = ?, members_hidden = ?, read_no = ?
                where connection_no = ? and id = ?""", """
                insert into entra_group (name, kind, members_hidden, read_no, connection_no, id)
                values (?, ?, ?, ?, ?, ?)""", groups, group -> row(run, group), group -> row(run, group));
    }

    private static Object[] row(Run run, EntraGroup group) {
        return new Object[] {group.name(), group.kind(), group.membersHidden(), run.id(), run.connectionNo(), group.id()
        };
    }

    /**
     * The groups whose members this run needs and has not read: those that fill a target's group or make up a scope,
     * and those nested in a group that it has read. At most two thousand at a time.
     */
    public List<String> groupsToRead(Run run) {
        // What is needed is gathered first: asked group by group, HSQLDB reads all of group_source for each.
        return jdbc.sql("""
                select g.id
                from (select s.group_id from target_name t join group_source s on s.target_no = t.no
                      where t.connection_no = :connection
                      union
                      select s.group_id from target_name t join scope_group s on s.target_no = t.no
                      where t.connection_no = :connection
                      union
                      select n.subgroup_id from nesting n
                      join entra_group p on p.connection_no = n.connection_no and p.id = n.group_id
                      where n.connection_no = :connection and p.members_read = :run) needed
                join entra_group g on g.connection_no = :connection and g.id = needed.group_id
                where g.read_no = :run and g.members_read < :run
                order by g.connection_no, g.id
                limit 2000""")
                .param("connection", run.connectionNo())
                .param("run", run.id())
                .query(String.class)
                .list();
    }

    /** Every group that this run has read, a thousand at a time. */
    public void eachGroup(Run run, Consumer<EntraGroup> use) {
        String after = "";
        List<EntraGroup> page;
        do {
            page = groups(run, "and id > :word order by connection_no, id limit 1000", after);
            page.forEach(use);
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (!page.isEmpty());
    }

    /** The groups with this object id or display name. */
    public List<EntraGroup> groupsCalled(Run run, String idOrName) {
        return groups(run, "and (id = :word or name = :word) order by id", idOrName);
    }

    private List<EntraGroup> groups(Run run, String condition, String word) {
        return jdbc.sql("""
                select id, name, kind, members_hidden from entra_group
                where connection_no = :connection and read_no = :run\s""" + condition)
                .param("connection", run.connectionNo())
                .param("run", run.id())
                .param("word", word)
                .query((rs, n) -> new EntraGroup(rs.getString(1), rs.getString(2), rs.getString(3), rs.getBoolean(4)))
                .list();
    }

    /** The members of some groups, each read to its end. */
    @Transactional
    public void keepMembers(Run run, List<GroupMembers> groups) {
        groups.forEach(group -> keepMembers(run, group));
        batches.write("update entra_group set members_read = ? where connection_no = ? and id = ?", groups, group ->
                new Object[] {run.id(), run.connectionNo(), group.groupId()});
    }

    private void keepMembers(Run run, GroupMembers group) {
        Set<String> known = members("membership", "person_id", run, group);
        Set<String> read = new HashSet<>(group.people());
        noteEmptied(run, group.groupId(), known, read);
        write(
                "insert into membership (connection_no, group_id, person_id) values (?, ?, ?)",
                run,
                group,
                minus(read, known));
        write(
                "delete from membership where connection_no = ? and group_id = ? and person_id = ?",
                run,
                group,
                minus(known, read));
        Set<String> nested = members("nesting", "subgroup_id", run, group);
        Set<String> subgroups = new HashSet<>(group.subgroups());
        write(
                "insert into nesting (connection_no, group_id, subgroup_id) values (?, ?, ?)",
                run,
                group,
                minus(subgroups, nested));
        write(
                "delete from nesting where connection_no = ? and group_id = ? and subgroup_id = ?",
                run,
                group,
                minus(nested, subgroups));
    }

    private Set<String> members(String table, String column, Run run, GroupMembers group) {
        return new HashSet<>(
                jdbc.sql("select " + column + " from " + table + " where connection_no = ? and group_id = ?")
                        .params(run.connectionNo(), group.groupId())
                        .query(String.class)
                        .list());
    }

    private void write(String sql, Run run, GroupMembers group, Set<String> ids) {
        batches.write(sql, ids, id -> new Object[] {run.connectionNo(), group.groupId(), id});
    }

    private static Set<String> minus(Set<String> some, Set<String> others) {
        Set<String> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    /** A group that loses everybody is remembered, so that a run which breaks off cannot hide it from the next. */
    private void noteEmptied(Run run, String group, Set<String> known, Set<String> read) {
        if (!known.isEmpty() && read.isEmpty()) {
            forgetEmptied(run, group);
            jdbc.sql("insert into emptied_group (connection_no, group_id, since_run) values (?, ?, ?)")
                    .params(run.connectionNo(), group, run.id())
                    .update();
        } else if (!read.isEmpty()) {
            forgetEmptied(run, group);
        }
    }

    private void forgetEmptied(Run run, String group) {
        jdbc.sql("delete from emptied_group where connection_no = ? and group_id = ?")
                .params(run.connectionNo(), group)
                .update();
    }

    /** Called when the last page has arrived: forgets who and what did not come up, and works out the nesting. */
    @Transactional
    public void complete(Run run) {
        markDeleted(run);
        forgetGroups(run);
        close(run);
    }

    private void markDeleted(Run run) {
        String targets = "target_no in (select no from target_name where connection_no = :connection)";
        String absent = " and not exists (select 1 from person p where p.connection_no = :connection"
                + " and p.id = wanted_account.person_id and p.read_no = :run)";
        update(run, "delete from filtered_person where connection_no = :connection and read_no < :run");
        update(
                run,
                "update wanted_account set verdict = 'deleted', detail = null where " + targets + absent
                        + " and exists (select 1 from owned_account o where o.target_no = wanted_account.target_no"
                        + " and o.person_id = wanted_account.person_id)");
        update(
                run,
                "delete from wanted_account where " + targets + absent
                        + " and not exists (select 1 from owned_account o where o.target_no = wanted_account.target_no"
                        + " and o.person_id = wanted_account.person_id)");
        update(run, "delete from person where connection_no = :connection and read_no < :run");
    }

    private void forgetGroups(Run run) {
        String gone = " where connection_no = :connection and group_id in"
                + " (select id from entra_group where connection_no = :connection and read_no < :run)";
        update(run, "delete from membership" + gone);
        update(run, "delete from nesting" + gone);
        update(run, "delete from entra_group where connection_no = :connection and read_no < :run");
    }

    /** Each group with itself, then with what is one step further down, until nothing is added; cycles end by that. */
    private void close(Run run) {
        update(run, "delete from group_closure where connection_no = :connection");
        update(run, """
                insert into group_closure (connection_no, group_id, subgroup_id)
                select connection_no, id, id from entra_group where connection_no = :connection""");
        int added = 1;
        while (added > 0) {
            added = update(run, """
                    insert into group_closure (connection_no, group_id, subgroup_id)
                    select distinct c.connection_no, c.group_id, n.subgroup_id
                    from nesting n
                    join group_closure c on c.connection_no = n.connection_no and c.subgroup_id = n.group_id
                    left join group_closure k on k.connection_no = c.connection_no and k.group_id = c.group_id
                      and k.subgroup_id = n.subgroup_id
                    where n.connection_no = :connection and k.group_id is null""");
        }
    }

    private int update(Run run, String sql) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql).param("connection", run.connectionNo());
        return (sql.contains(":run") ? statement.param("run", run.id()) : statement).update();
    }
}
