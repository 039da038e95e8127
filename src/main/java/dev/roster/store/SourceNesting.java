package dev.roster.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every group with all groups below it, as it follows from who is nested in whom. */
@Component
class SourceNesting {

    private final JdbcClient jdbc;
    private final Due due;

    SourceNesting(JdbcClient jdbc, Due due) {
        this.jdbc = jdbc;
        this.due = due;
    }

    /** Works it out anew when groups have changed, and marks who is below those. */
    void settle(Run run) {
        if (due.isUnsettled(run)) {
            close(run.connectionNo());
            due.settle(run);
        }
    }

    /** Each group with itself, then with what is one step further down, until nothing is added; cycles end by that. */
    private void close(int connection) {
        update(connection, "delete from group_closure where connection_no = :connection");
        update(connection, """
                insert into group_closure (connection_no, group_id, subgroup_id)
                select connection_no, id, id from entra_group where connection_no = :connection""");
        int added = 1;
        while (added > 0) {
            added = update(connection, """
                    insert into group_closure (connection_no, group_id, subgroup_id)
                    select distinct c.connection_no, c.group_id, n.subgroup_id
                    from nesting n
                    join entra_group e on e.connection_no = n.connection_no and e.id = n.subgroup_id
                    join group_closure c on c.connection_no = n.connection_no and c.subgroup_id = n.group_id
                    left join group_closure k on k.connection_no = c.connection_no and k.group_id = c.group_id
                      and k.subgroup_id = n.subgroup_id
                    where n.connection_no = :connection and k.group_id is null""");
        }
    }

    private int update(int connection, String sql) {
        return jdbc.sql(sql).param("connection", connection).update();
    }
}
