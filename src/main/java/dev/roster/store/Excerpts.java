package dev.roster.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Copies the rows that matter to one person: what the plan of a run would compare for them, and nothing else. */
@Component
class Excerpts {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    Excerpts(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    /** A table's rows that are found through keys. */
    private record Part(String table, String join, Collection<String> keys) {}

    void copy(Excerpt excerpt, JdbcTemplate to) {
        Circle circle = Circle.around(jdbc, excerpt);
        Set<String> direct = new HashSet<>(excerpt.groups());
        direct.addAll(find("x.group_id", membership("person_id"), circle.people, excerpt));
        Set<String> above = new HashSet<>(direct);
        above.addAll(find("x.group_id", entra("group_closure", "subgroup_id"), direct, excerpt));
        Set<String> groups = productGroups(excerpt, circle, above);
        Set<String> sources = new HashSet<>(above);
        sources.addAll(find("x.group_id", owned("group_source", "group_key"), groups, excerpt));
        sources.addAll(find("x.group_id", owned("owned_group_source", "group_key"), groups, excerpt));
        everyRow(to);
        people(excerpt, circle, to);
        groups(excerpt, above, sources, groups, to);
        unfinished(excerpt, circle, to);
        freshlyRead(excerpt, to);
    }

    private static String entra(String table, String column) {
        return "join " + table + " x on x.connection_no = :connection and x." + column + " = k.item";
    }

    private static String membership(String column) {
        return entra("membership", column);
    }

    private static String owned(String table, String column) {
        return "join target_name n on n.connection_no = :connection join " + table + " x on x.target_no = n.no and x."
                + column + " = k.item";
    }

    /** Also those that another connection's targets hold in the same product. */
    private static String anybodys(String table, String column) {
        return "join target_name n on n.connection_no = :connection or n.no in (:neighbours) join " + table
                + " x on x.target_no = n.no and x." + column + " = k.item";
    }

    private Set<String> productGroups(Excerpt excerpt, Circle circle, Set<String> above) {
        Set<String> groups = new HashSet<>(find("x.group_key", owned("group_source", "group_id"), above, excerpt));
        groups.addAll(find("x.group_key", owned("seen_member", "account_key"), circle.names, excerpt));
        groups.addAll(find("x.group_key", owned("given_member", "account_key"), circle.names, excerpt));
        groups.addAll(jdbc.sql("select w.group_key from target_name n join wanted_group w on w.target_no = n.no"
                        + " where n.connection_no = ? and w.everybody is not null")
                .param(excerpt.run().connectionNo())
                .query(String.class)
                .list());
        return groups;
    }

    private void everyRow(JdbcTemplate to) {
        Rows.insert("connection_name", template.queryForList("select * from connection_name"), to);
        Rows.insert("target_name", template.queryForList("select * from target_name"), to);
    }

    private void people(Excerpt excerpt, Circle circle, JdbcTemplate to) {
        List.of(
                        new Part("person", entra("person", "id"), circle.people),
                        new Part("membership", membership("person_id"), circle.people),
                        new Part("filtered_person", entra("filtered_person", "person_id"), circle.people),
                        new Part("wanted_account", owned("wanted_account", "person_id"), circle.people),
                        new Part("seen_account", owned("seen_account", "name_key"), circle.names),
                        new Part("seen_member", owned("seen_member", "account_key"), circle.names),
                        new Part("owned_account", anybodys("owned_account", "name_key"), circle.names),
                        new Part("given_member", anybodys("given_member", "account_key"), circle.names))
                .forEach(part -> copy(part, excerpt, to));
    }

    private void groups(Excerpt excerpt, Set<String> above, Set<String> sources, Set<String> groups, JdbcTemplate to) {
        List.of(
                        new Part("entra_group", entra("entra_group", "id"), sources),
                        new Part("nesting", entra("nesting", "subgroup_id"), above),
                        new Part("group_closure", entra("group_closure", "subgroup_id"), above),
                        new Part("scope_group", owned("scope_group", "group_id"), above),
                        new Part("group_source", owned("group_source", "group_key"), groups),
                        new Part("owned_group_source", owned("owned_group_source", "group_key"), groups),
                        new Part("wanted_group", owned("wanted_group", "group_key"), groups),
                        new Part("seen_group", owned("seen_group", "name_key"), groups),
                        new Part("owned_group", anybodys("owned_group", "group_key"), groups))
                .forEach(part -> copy(part, excerpt, to));
    }

    /** What failed before, and what was sent without an answer. */
    private void unfinished(Excerpt excerpt, Circle circle, JdbcTemplate to) {
        Rows.insert("dead_letter", rows("""
                select d.* from target_name n join dead_letter d on d.target_no = n.no
                where n.connection_no = :connection
                  and (d.user_name = '' or lower(d.user_name) in (:keys))""", circle.names, excerpt), to);
        String open = " from run r where r.connection_no = :connection"
                + " and r.state in ('failed', 'stopped', 'completed-with-errors')"
                + " and r.id > coalesce((select max(c.id) from run c where c.connection_no = r.connection_no"
                + " and c.state = 'completed' and c.targets = '[]'), 0)";
        Rows.insert("run", rows("select r.*" + open, circle.people, excerpt), to);
        Rows.insert(
                "taken",
                rows("select t.* from taken t where t.run_id in (select r.id" + open + ")", circle.people, excerpt),
                to);
        Rows.insert(
                "operation",
                rows(
                        "select o.* from operation o where o.run_id in (select r.id" + open + ")"
                                + " and (o.kind = 'create-group' or o.person_id in (:keys))",
                        circle.people,
                        excerpt),
                to);
    }

    /** As if the run had just read them all but the one that it is about. */
    private static void freshlyRead(Excerpt excerpt, JdbcTemplate to) {
        long run = excerpt.run().id();
        to.update("update person set read_no = ?", run);
        to.update("update filtered_person set read_no = ?", run);
        to.update("update entra_group set read_no = ?", run);
    }

    private Set<String> find(String column, String join, Collection<String> keys, Excerpt excerpt) {
        Set<String> found = new HashSet<>();
        rows("select distinct " + column + " as found from " + Keys.TABLE + " " + join, keys, excerpt)
                .forEach(row -> found.add(String.valueOf(row.get("found"))));
        return found;
    }

    private void copy(Part part, Excerpt excerpt, JdbcTemplate to) {
        String sql = "select distinct x.* from " + Keys.TABLE + " " + part.join();
        Rows.insert(part.table(), rows(sql, part.keys(), excerpt), to);
    }

    private List<Map<String, Object>> rows(String sql, Collection<String> keys, Excerpt excerpt) {
        if (keys.isEmpty()) {
            return List.of();
        }
        JdbcClient.StatementSpec statement =
                jdbc.sql(sql).param("connection", excerpt.run().connectionNo());
        if (sql.contains(":neighbours")) {
            statement.param("neighbours", excerpt.neighbours().isEmpty() ? List.of(-1) : excerpt.neighbours());
        }
        if (sql.contains(":keys")) {
            statement.param("keys", sql.contains(Keys.TABLE) ? Keys.of(keys) : keys);
        }
        return statement.query().listOfRows();
    }
}
