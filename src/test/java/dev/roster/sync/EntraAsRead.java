package dev.roster.sync;

import dev.roster.Scene;
import dev.roster.Stage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables hold of a connection's tenant, as far as it counts: without those who are gone. */
final class EntraAsRead {

    private static final Map<String, String> QUERIES = Map.of(
            "people",
            "select p.id || ' ' || p.principal_name || ' ' || cast(p.enabled as varchar(5)) from person p"
                    + " where p.connection_no = :connection",
            "groups",
            "select g.id || ' ' || g.name || ' ' || g.kind from entra_group g where g.connection_no = :connection",
            "members",
            "select m.group_id || ' ' || m.person_id from membership m"
                    + " join person p on p.connection_no = m.connection_no and p.id = m.person_id"
                    + " join entra_group g on g.connection_no = m.connection_no and g.id = m.group_id"
                    + " where m.connection_no = :connection",
            "nesting",
            "select c.group_id || ' ' || c.subgroup_id from group_closure c where c.connection_no = :connection",
            "accounts",
            "select t.name || ' ' || w.person_id || ' ' || coalesce(w.username, '') || ' ' || coalesce(w.display_name, '')"
                    + " || ' ' || coalesce(w.verdict, '') from wanted_account w"
                    + " join target_name t on t.no = w.target_no where t.connection_no = :connection",
            "sources",
            "select t.name || ' ' || s.group_key || ' ' || s.group_id from group_source s"
                    + " join target_name t on t.no = s.target_no where t.connection_no = :connection");

    private EntraAsRead() {}

    static Map<String, List<String>> of(Stage stage, Scene scene) {
        JdbcClient jdbc = stage.app().getBean(JdbcClient.class);
        int connection = jdbc.sql("select no from connection_name where name = ?")
                .param(scene.connection())
                .query(Integer.class)
                .single();
        Map<String, List<String>> all = new TreeMap<>();
        QUERIES.forEach((what, sql) -> all.put(
                what,
                jdbc.sql(sql).param("connection", connection).query(String.class).list().stream()
                        .sorted()
                        .toList()));
        return all;
    }
}
