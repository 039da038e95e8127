package dev.roster.store;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What readings of Entra found changed, by the marks that they left. */
@Repository
public class FoundChanges {

    private final JdbcClient jdbc;

    FoundChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many people and groups are marked by this run or a later one, as due for any of these targets. */
    public long since(RunRow run, Collection<String> targets) {
        String marked = """
                select d.%2$s as item from connection_name c
                join target_name t on t.connection_no = c.no
                join %1$s d on d.target_no = t.no and d.since_run >= :run
                where c.name = :connection and t.name in (:targets)""";
        return jdbc.sql("select count(*) from (" + marked.formatted("due_person", "person_id") + " union "
                        + marked.formatted("due_group", "group_id") + ") x")
                .param("run", run.id())
                .param("connection", run.connection())
                .param("targets", targets)
                .query(Long.class)
                .single();
    }
}
