package dev.roster.store;

import dev.roster.directory.Names;
import dev.roster.mapping.MappedGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the rules make of Entra's groups, for each target. Only what differs from the run before is written. */
@Repository
public class WantedGroups {

    private final JdbcClient jdbc;
    private final Batches batches;
    private final DecisionCounts counts;
    private final Due due;

    WantedGroups(JdbcClient jdbc, Batches batches, DecisionCounts counts, Due due) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.counts = counts;
        this.due = due;
    }

    /**
     * A group that the settings give without regard to Entra's groups.
     *
     * @param members {@code all}, or {@code new} for those whose account a run creates
     */
    public record DefaultGroup(String name, String members) {

        String key() {
            return Names.key(name);
        }
    }

    private record Row(
            String key,
            String name,
            @Nullable String verdict,
            @Nullable String detail,
            @Nullable String everybody) {}

    private record Link(String key, String groupId) {}

    /** The groups that fill this target, in place of those of the run before. */
    @Transactional
    public void replace(Run run, RunTarget target, List<MappedGroup> groups, List<DefaultGroup> defaultGroups) {
        Set<String> changed = replaceRows(target, rows(groups, defaultGroups));
        Set<Link> links = new HashSet<>();
        groups.forEach(group -> links.add(new Link(shortened(group.key()), group.groupId())));
        Set<Link> known = links(target);
        Set<Link> fresh = minus(links, known);
        Set<Link> gone = minus(known, links);
        write("insert into group_source (target_no, group_key, group_id) values (?, ?, ?)", target, fresh);
        write("delete from group_source where target_no = ? and group_key = ? and group_id = ?", target, gone);
        Set<String> due = new HashSet<>();
        fresh.forEach(link -> due.add(link.groupId()));
        gone.forEach(link -> due.add(link.groupId()));
        links.stream().filter(link -> changed.contains(link.key())).forEach(link -> due.add(link.groupId()));
        this.due.wholeGroups(run, target, due);
    }

    private static Collection<Row> rows(List<MappedGroup> groups, List<DefaultGroup> defaultGroups) {
        Map<String, String> everybody = new HashMap<>();
        defaultGroups.forEach(group -> everybody.put(group.key(), group.members()));
        Map<String, MappedGroup> byKey = new HashMap<>();
        groups.forEach(group -> byKey.merge(group.key(), group, (one, other) -> one.verdict() != null ? one : other));
        Map<String, Row> rows = new HashMap<>();
        byKey.forEach((key, group) -> rows.put(shortened(key), row(shortened(key), group, everybody.get(key))));
        defaultGroups.forEach(group ->
                rows.putIfAbsent(group.key(), new Row(group.key(), group.name(), null, null, group.members())));
        return rows.values();
    }

    private static Row row(String key, MappedGroup group, @Nullable String everybody) {
        String verdict = group.verdict() == null ? null : group.verdict().word();
        return new Row(key, group.name(), verdict, group.detail(), everybody);
    }

    /** @return the keys of those that changed */
    private Set<String> replaceRows(RunTarget target, Collection<Row> rows) {
        Map<String, Row> known = known(target);
        List<Row> changed = new ArrayList<>();
        for (Row row : rows) {
            if (!row.equals(known.remove(row.key()))) {
                changed.add(row);
            }
        }
        Set<String> keys = new HashSet<>();
        changed.forEach(row -> keys.add(row.key()));
        Set<String> touched = new HashSet<>(keys);
        touched.addAll(known.keySet());
        counts.follow(target.no(), About.GROUP, touched, () -> write(target, known.keySet(), changed));
        return keys;
    }

    private void write(RunTarget target, Set<String> gone, List<Row> changed) {
        batches.write("delete from wanted_group where target_no = ? and group_key = ?", gone, key ->
                new Object[] {target.no(), key});
        batches.upsert("""
                update wanted_group set name = ?, rule_name = ?, verdict = ?, detail = ?, everybody = ?
                where target_no = ? and group_key = ?""", """
                insert into wanted_group (name, rule_name, verdict, detail, everybody, target_no, group_key)
                values (?, ?, ?, ?, ?, ?, ?)""", changed, row -> values(target, row), row -> values(target, row));
    }

    private static Object[] values(RunTarget target, Row row) {
        return new Object[] {
            row.name(), row.name(), row.verdict(), row.detail(), row.everybody(), target.no(), row.key()
        };
    }

    private Map<String, Row> known(RunTarget target) {
        Map<String, Row> known = new HashMap<>();
        jdbc.sql("""
                select group_key, coalesce(rule_name, ''), verdict, detail, everybody from wanted_group
                where target_no = ?""")
                .param(target.no())
                .query((rs, n) ->
                        new Row(rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getString(5)))
                .list()
                .forEach(row -> known.put(row.key(), row));
        return known;
    }

    private Set<Link> links(RunTarget target) {
        return new HashSet<>(jdbc.sql("select group_key, group_id from group_source where target_no = ?")
                .param(target.no())
                .query((rs, n) -> new Link(rs.getString(1), rs.getString(2)))
                .list());
    }

    private void write(String sql, RunTarget target, Set<Link> links) {
        batches.write(sql, links, link -> new Object[] {target.no(), link.key(), link.groupId()});
    }

    private static String shortened(String key) {
        return key.length() <= 255 ? key : key.substring(0, 255);
    }

    /** The groups that make up this target's scope, in place of those of the run before. */
    @Transactional
    public void replaceScope(Run run, RunTarget target, List<String> groupIds) {
        Set<String> wanted =
                new HashSet<>(groupIds.stream().filter(Objects::nonNull).toList());
        Set<String> known = new HashSet<>(jdbc.sql("select group_id from scope_group where target_no = ?")
                .param(target.no())
                .query(String.class)
                .list());
        Set<String> entered = minus(wanted, known);
        Set<String> left = minus(known, wanted);
        batches.write("insert into scope_group (target_no, group_id) values (?, ?)", entered, id ->
                new Object[] {target.no(), id});
        batches.write("delete from scope_group where target_no = ? and group_id = ?", left, id ->
                new Object[] {target.no(), id});
        due.wholeGroups(run, target, entered);
        due.wholeGroups(run, target, left);
    }

    private static <T> Set<T> minus(Set<T> some, Set<T> others) {
        Set<T> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
