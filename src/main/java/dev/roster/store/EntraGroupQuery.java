package dev.roster.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entra's groups as the last reading found them, with the groups that each fills. */
@Repository
public class EntraGroupQuery {

    private final JdbcClient jdbc;

    EntraGroupQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A group as it is shown.
     *
     * @param members people in it and in the groups below it; null when nobody needed to know yet, as only lists leave
     *     groups out, or when Entra hides them
     * @param mappedTo names of the groups that it fills, by target
     */
    public record EntraGroupRow(
            String id, String name, String kind, @Nullable Long members, Map<String, List<String>> mappedTo) {}

    /** All groups of a connection, by name; none before the first reading. */
    public List<EntraGroupRow> list(String connection) {
        Map<String, Map<String, List<String>>> mapped = mapped(connection);
        return jdbc.sql("""
                select g.id, g.name, g.kind,
                       case when g.members_read > 0 and g.members_hidden = false then
                         (select count(distinct m.person_id) from group_closure k
                          join membership m on m.connection_no = k.connection_no and m.group_id = k.subgroup_id
                          join person p on p.connection_no = m.connection_no and p.id = m.person_id
                          where k.connection_no = g.connection_no and k.group_id = g.id) end as members
                from entra_group g join connection_name c on c.no = g.connection_no
                where c.name = ?
                order by lower(g.name), g.id""")
                .param(connection)
                .query((rs, n) -> new EntraGroupRow(
                        rs.getString("id"),
                        rs.getString("name"),
                        rs.getString("kind"),
                        rs.getObject("members", Long.class),
                        mapped.getOrDefault(rs.getString("id"), Map.of())))
                .list();
    }

    private Map<String, Map<String, List<String>>> mapped(String connection) {
        Map<String, Map<String, List<String>>> mapped = new HashMap<>();
        jdbc.sql("""
                select s.group_id, t.name as target, w.name
                from group_source s
                join target_name t on t.no = s.target_no
                join connection_name c on c.no = t.connection_no
                join wanted_group w on w.target_no = s.target_no and w.group_key = s.group_key
                where c.name = ? and w.verdict is null
                order by w.name""").param(connection).query(rs -> {
            mapped.computeIfAbsent(rs.getString("group_id"), id -> new TreeMap<>())
                    .computeIfAbsent(rs.getString("target"), target -> new ArrayList<>())
                    .add(rs.getString("name"));
        });
        return mapped;
    }

    /** The names, in lower case, of the groups of one target that the last plan fills. */
    public List<String> filled(String connection, String target) {
        return jdbc.sql("""
                select w.group_key from wanted_group w
                join target_name t on t.no = w.target_no
                join connection_name c on c.no = t.connection_no
                where c.name = ? and t.name = ? and w.fills = true""").params(connection, target).query(String.class).list();
    }
}
