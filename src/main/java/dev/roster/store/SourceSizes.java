package dev.roster.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How large the source was when a plan was last carried out, and which groups have lost everybody since. */
@Repository
public class SourceSizes {

    private final JdbcClient jdbc;

    SourceSizes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many people and groups there are, or were. */
    public record Size(long people, long groups) {}

    /** As the last complete reading found it. */
    public Size now(int connection) {
        return jdbc.sql("""
                select (select count(*) from person where connection_no = :connection),
                       (select count(*) from entra_group where connection_no = :connection)
                from connection_name where no = :connection""")
                .param("connection", connection)
                .query((rs, n) -> new Size(rs.getLong(1), rs.getLong(2)))
                .single();
    }

    /** As it was when a plan was last carried out; zero before. */
    public Size before(int connection) {
        return jdbc.sql("select person_count, group_count from source_size where connection_no = ?")
                .param(connection)
                .query((rs, n) -> new Size(rs.getLong(1), rs.getLong(2)))
                .optional()
                .orElse(new Size(0, 0));
    }

    /** Whether a complete reading has found nobody at all where there were people, or no group where there were some. */
    public Vanished vanished(int connection) {
        Size before = before(connection);
        return new Vanished(
                before.people() > 0 && isEmpty("person", connection) ? before.people() : 0,
                before.groups() > 0 && isEmpty("entra_group", connection) ? before.groups() : 0);
    }

    /** How many people and groups there were, where none is left; zero where any is, or none was. */
    public record Vanished(long people, long groups) {}

    private boolean isEmpty(String table, int connection) {
        return jdbc.sql("select count(*) from (select 1 from " + table + " where connection_no = ? limit 1) x")
                        .param(connection)
                        .query(Long.class)
                        .single()
                == 0;
    }

    /** A plan was carried out: what it rested on is the measure from now on. */
    @Transactional
    public void remember(int connection) {
        Size now = now(connection);
        jdbc.sql("delete from source_size where connection_no = ?")
                .param(connection)
                .update();
        jdbc.sql("insert into source_size (connection_no, person_count, group_count) values (?, ?, ?)")
                .params(connection, now.people(), now.groups())
                .update();
        forgetEmptied(connection);
    }

    /** A run came to its end: which groups had lost everybody was asked about, or concerned no target. */
    public void forgetEmptied(int connection) {
        jdbc.sql("delete from emptied_group where connection_no = ?")
                .param(connection)
                .update();
    }

    /** Names of the groups that fill a target's group or make up a scope and whose members fell from some to none. */
    public List<String> emptied(int connection) {
        return jdbc.sql("""
                select g.name from emptied_group e
                join entra_group g on g.connection_no = e.connection_no and g.id = e.group_id
                where e.connection_no = ?
                  and (exists (select 1 from group_source s join target_name t on t.no = s.target_no
                               where t.connection_no = e.connection_no and s.group_id = e.group_id)
                    or exists (select 1 from scope_group s join target_name t on t.no = s.target_no
                               where t.connection_no = e.connection_no and s.group_id = e.group_id))
                order by g.name""").param(connection).query(String.class).list();
    }
}
