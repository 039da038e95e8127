package dev.roster.store;

import dev.roster.directory.GroupMembers;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is in which group, as a listing of a group's members tells it. */
@Component
class SourceMembers {

    private final JdbcClient jdbc;
    private final Batches batches;
    private final Due due;
    private final Emptied emptied;

    SourceMembers(JdbcClient jdbc, Batches batches, Due due, Emptied emptied) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.due = due;
        this.emptied = emptied;
    }

    /** What one listing changed. */
    private record Changes(Set<String> people, Set<String> groups, Set<String> subgroups) {}

    /** Leaves exactly these members, and the memberships of people who are no longer there but may come back. */
    void keep(Run run, List<GroupMembers> groups) {
        Set<String> lost =
                emptied.peopled(run, groups.stream().map(GroupMembers::groupId).toList());
        Changes changes = new Changes(new HashSet<>(), new HashSet<>(), new HashSet<>());
        for (GroupMembers group : groups) {
            keep(run, group, changes);
            if (!group.people().isEmpty()) {
                lost.remove(group.groupId());
                emptied.forget(run, Set.of(group.groupId()));
            }
        }
        emptied.note(run, lost);
        due.people(run, changes.people());
        due.groups(run, changes.groups());
        due.wholeGroups(run, changes.subgroups());
    }

    private void keep(Run run, GroupMembers group, Changes changes) {
        Set<String> known = known("membership", "person_id", run, group);
        Set<String> joined = minus(group.people(), known);
        Set<String> left = minus(known, group.people());
        left.removeAll(away(run, left));
        write("insert into membership (connection_no, group_id, person_id) values (?, ?, ?)", run, group, joined);
        write("delete from membership where connection_no = ? and group_id = ? and person_id = ?", run, group, left);
        Set<String> nested = known("nesting", "subgroup_id", run, group);
        Set<String> above = minus(group.subgroups(), nested);
        Set<String> below = minus(nested, group.subgroups());
        // Marked before it is forgotten by which way they were reached.
        due.wholeGroups(run, below);
        write("insert into nesting (connection_no, group_id, subgroup_id) values (?, ?, ?)", run, group, above);
        write("delete from nesting where connection_no = ? and group_id = ? and subgroup_id = ?", run, group, below);
        changes.people().addAll(joined);
        changes.people().addAll(left);
        changes.subgroups().addAll(above);
        if (!joined.isEmpty() || !left.isEmpty() || !above.isEmpty() || !below.isEmpty()) {
            changes.groups().add(group.groupId());
        }
    }

    private Set<String> known(String table, String column, Run run, GroupMembers group) {
        return new HashSet<>(
                jdbc.sql("select " + column + " from " + table + " where connection_no = ? and group_id = ?")
                        .params(run.connectionNo(), group.groupId())
                        .query(String.class)
                        .list());
    }

    /** Those who are gone, or have not come up in this reading: a listing no longer shows what they are members of. */
    private List<String> away(Run run, Set<String> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select k.item from " + Keys.TABLE
                        + " left join person p on p.connection_no = :connection and p.id = k.item"
                        + " left join gone_person g on g.connection_no = :connection and g.id = k.item"
                        + " where p.read_no < :run or g.id is not null")
                .param("keys", Keys.of(people))
                .param("connection", run.connectionNo())
                .param("run", run.id())
                .query(String.class)
                .list();
    }

    private void write(String sql, Run run, GroupMembers group, Set<String> ids) {
        batches.write(sql, ids, id -> new Object[] {run.connectionNo(), group.groupId(), id});
    }

    private static Set<String> minus(Collection<String> some, Collection<String> others) {
        Set<String> rest = new HashSet<>(some);
        rest.removeAll(new HashSet<>(others));
        return rest;
    }
}
