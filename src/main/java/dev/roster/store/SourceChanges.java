package dev.roster.store;

import dev.roster.directory.MembershipChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is in which group, as changes tell it: each membership by itself, in any order, and some again. */
@Component
class SourceChanges {

    private static final int PAGE = 1000;

    private final JdbcClient jdbc;
    private final Batches batches;
    private final Due due;
    private final Emptied emptied;

    SourceChanges(JdbcClient jdbc, Batches batches, Due due, Emptied emptied) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.due = due;
        this.emptied = emptied;
    }

    private record Pair(String group, String member) {
        static Pair of(MembershipChange change) {
            return new Pair(change.groupId(), change.memberId());
        }
    }

    /** What is known already, or was never known, changes nothing. */
    void keep(Run run, List<MembershipChange> changes) {
        Set<String> groups = new HashSet<>();
        changes.forEach(change -> groups.add(change.groupId()));
        List<Pair> leaving = pairs(changes, true, true);
        Set<String> lost = emptied.peopled(run, groups(leaving));
        leave(run, leaving);
        List<Pair> joined = upsert("membership", "person_id", run, pairs(changes, true, false));
        due.people(run, joined.stream().map(Pair::member).toList());
        due.groups(run, joined.stream().map(Pair::group).toList());
        unnest(run, known(run, groups, pairs(changes, false, true)));
        List<Pair> nested = upsert("nesting", "subgroup_id", run, pairs(changes, false, false));
        due.wholeGroups(run, nested.stream().map(Pair::member).toList());
        due.groups(run, nested.stream().map(Pair::group).toList());
        lost.removeAll(emptied.peopled(run, lost));
        emptied.note(run, lost);
        emptied.forgetPeopled(run, groups);
    }

    private static Set<String> groups(List<Pair> pairs) {
        return pairs.stream().map(Pair::group).collect(Collectors.toSet());
    }

    private static List<Pair> pairs(List<MembershipChange> changes, boolean people, boolean left) {
        return changes.stream()
                .filter(change -> change.person() == people && change.left() == left)
                .map(Pair::of)
                .toList();
    }

    private List<Pair> upsert(String table, String column, Run run, List<Pair> pairs) {
        String key = " where connection_no = ? and group_id = ? and " + column + " = ?";
        return batches.upsert(
                "update " + table + " set read_no = ?" + key,
                "insert into " + table + " (read_no, connection_no, group_id, " + column + ") values (?, ?, ?, ?)",
                pairs,
                pair -> row(run, pair),
                pair -> row(run, pair));
    }

    private static Object[] row(Run run, Pair pair) {
        return new Object[] {run.id(), run.connectionNo(), pair.group(), pair.member()};
    }

    private void leave(Run run, List<Pair> pairs) {
        int[] counts = batches.write(
                "delete from membership where connection_no = ? and group_id = ? and person_id = ?", pairs, pair ->
                        new Object[] {run.connectionNo(), pair.group(), pair.member()});
        Set<String> people = new HashSet<>();
        Set<String> groups = new HashSet<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                people.add(pairs.get(i).member());
                groups.add(pairs.get(i).group());
            }
        }
        due.people(run, people);
        due.groups(run, groups);
    }

    private void unnest(Run run, Collection<Pair> pairs) {
        // Marked before it is forgotten by which way they were reached.
        due.wholeGroups(run, pairs.stream().map(Pair::member).toList());
        due.groups(run, pairs.stream().map(Pair::group).toList());
        batches.write("delete from nesting where connection_no = ? and group_id = ? and subgroup_id = ?", pairs, pair ->
                new Object[] {run.connectionNo(), pair.group(), pair.member()});
    }

    private List<Pair> known(Run run, Collection<String> groups, List<Pair> nestings) {
        List<Pair> known = jdbc.sql("select n.group_id, n.subgroup_id from " + Keys.TABLE
                        + " join nesting n on n.connection_no = :connection and n.group_id = k.item")
                .param("keys", Keys.of(groups))
                .param("connection", run.connectionNo())
                .query((rs, n) -> new Pair(rs.getString(1), rs.getString(2)))
                .list();
        List<Pair> both = new ArrayList<>(nestings);
        both.retainAll(new HashSet<>(known));
        return both;
    }

    /** Every membership that did not come up since that run, but for those of people who may come back. */
    void forget(Run run, long since) {
        List<Pair> page;
        do {
            page = absent("""
                    select m.group_id, m.person_id from membership m
                    left join gone_person g on g.connection_no = m.connection_no and g.id = m.person_id
                    where m.connection_no = ? and m.read_no < ? and g.id is null""", run, since);
            Set<String> lost = emptied.peopled(run, groups(page));
            leave(run, page);
            lost.removeAll(emptied.peopled(run, lost));
            emptied.note(run, lost);
        } while (!page.isEmpty());
        do {
            page = absent(
                    "select group_id, subgroup_id from nesting where connection_no = ? and read_no < ?", run, since);
            unnest(run, page);
        } while (!page.isEmpty());
    }

    private List<Pair> absent(String sql, Run run, long since) {
        return jdbc.sql(sql + " limit " + PAGE)
                .params(run.connectionNo(), since)
                .query((rs, n) -> new Pair(rs.getString(1), rs.getString(2)))
                .list();
    }
}
