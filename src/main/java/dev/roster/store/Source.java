package dev.roster.store;

import dev.roster.directory.EntraGroup;
import dev.roster.directory.GroupMembers;
import dev.roster.directory.Person;
import dev.roster.settings.Entra;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What Entra holds, as the last reading found it.
 *
 * <p>Pages are laid over what was known, and whoever they change is marked as {@link Due}. Who did not come up is only
 * forgotten when the reading is complete; a reading that breaks off leaves rows that the next one corrects before
 * anything is planned from them.
 */
@Repository
public class Source {

    private final JdbcClient jdbc;
    private final Batches batches;
    private final Due due;
    private final SourceMembers members;
    private final SourceAbsence absence;
    private final SourceNesting nesting;
    private final Chosen chosen;
    private final DeltaRounds rounds;

    Source(
            JdbcClient jdbc,
            Batches batches,
            Due due,
            SourceMembers members,
            SourceAbsence absence,
            SourceNesting nesting,
            Chosen chosen,
            DeltaRounds rounds) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.due = due;
        this.members = members;
        this.absence = absence;
        this.nesting = nesting;
        this.chosen = chosen;
        this.rounds = rounds;
    }

    @Transactional
    public void keepPeople(Run run, List<Person> people) {
        batches.upsert("""
                update person set principal_name = ?, enabled = ?, read_no = ? where connection_no = ? and id = ?""", """
                insert into person (principal_name, enabled, read_no, connection_no, id) values (?, ?, ?, ?, ?)""", people, person -> row(run, person), person -> row(run, person));
        absence.returned(run, people.stream().map(Person::id).toList());
    }

    private static Object[] row(Run run, Person person) {
        return new Object[] {person.principalName(), person.enabled(), run.id(), run.connectionNo(), person.id()};
    }

    /** Some of the people that a filter finds. */
    @Transactional
    public void keepFiltered(Run run, UserFilter filter, List<String> people) {
        List<String> entered = batches.upsert(
                "update filtered_person set read_no = ? where connection_no = ? and filter_key = ? and person_id = ?",
                "insert into filtered_person (read_no, connection_no, filter_key, person_id) values (?, ?, ?, ?)",
                people,
                id -> new Object[] {run.id(), run.connectionNo(), filter.key(), id},
                id -> new Object[] {run.id(), run.connectionNo(), filter.key(), id});
        due.people(run, entered);
    }

    @Transactional
    public void keepGroups(Run run, List<EntraGroup> groups) {
        List<String> changed = changed(run, groups);
        if (!changed.isEmpty()) {
            chosen.forget(run);
            due.wholeGroups(run, changed);
        }
        batches.upsert("""
                update entra_group set name = ?, kind = ?, members_hidden = ?, read_no = ?
                where connection_no = ? and id = ?""", """
                insert into entra_group (name, kind, members_hidden, read_no, connection_no, id)
                values (?, ?, ?, ?, ?, ?)""", groups, group -> row(run, group), group -> row(run, group));
    }

    private List<String> changed(Run run, List<EntraGroup> groups) {
        Map<String, EntraGroup> known = new HashMap<>();
        jdbc.sql("select g.id, g.name, g.kind, g.members_hidden from " + Keys.TABLE
                        + " join entra_group g on g.connection_no = :connection and g.id = k.item")
                .param("connection", run.connectionNo())
                .param("keys", Keys.of(groups.stream().map(EntraGroup::id).toList()))
                .query((rs, n) -> group(rs))
                .list()
                .forEach(group -> known.put(group.id(), group));
        return groups.stream()
                .filter(group -> !group.equals(known.get(group.id())))
                .map(EntraGroup::id)
                .toList();
    }

    private static EntraGroup group(ResultSet rs) throws SQLException {
        return new EntraGroup(rs.getString(1), rs.getString(2), rs.getString(3), rs.getBoolean(4));
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

    /** Every group that was read since, a thousand at a time. */
    public void eachGroup(Run run, long since, Consumer<EntraGroup> use) {
        String after = "";
        List<EntraGroup> page;
        do {
            page = groups(run, since, "and id > :word order by connection_no, id limit 1000", after);
            page.forEach(use);
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (!page.isEmpty());
    }

    /** The groups with this object id or display name. */
    public List<EntraGroup> groupsCalled(Run run, long since, String idOrName) {
        return groups(run, since, "and (id = :word or name = :word) order by id", idOrName);
    }

    private List<EntraGroup> groups(Run run, long since, String condition, String word) {
        return jdbc.sql("""
                select id, name, kind, members_hidden from entra_group
                where connection_no = :connection and read_no >= :since\s""" + condition)
                .param("connection", run.connectionNo())
                .param("since", since)
                .param("word", word)
                .query((rs, n) -> group(rs))
                .list();
    }

    /** The members of some groups, each read to its end. */
    @Transactional
    public void keepMembers(Run run, List<GroupMembers> groups) {
        members.keep(run, groups);
        batches.write("update entra_group set members_read = ? where connection_no = ? and id = ?", groups, group ->
                new Object[] {run.id(), run.connectionNo(), group.groupId()});
    }

    /** Called when the last page has arrived: forgets who and what did not come up, and works out the nesting. */
    @Transactional
    public void complete(Run run) {
        absence.forgetPeople(run, run.id());
        absence.forgetFiltered(run);
        absence.forgetGroups(run, run.id());
        absence.tidy(run);
        nesting.settle(run);
        if (run.connection().entra().read() == Entra.Read.LIST) {
            rounds.forget(run);
        }
    }
}
