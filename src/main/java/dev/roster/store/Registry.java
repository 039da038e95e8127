package dev.roster.store;

import dev.roster.settings.Target;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The numbers that connections and targets go by in the tables; a name keeps its number for good. */
@Repository
public class Registry {

    private final JdbcClient jdbc;

    public Registry(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The connection's number; given out when it is first asked for. */
    public synchronized int connection(String name) {
        return find(name).orElseGet(() -> {
            jdbc.sql("insert into connection_name (name) values (?)")
                    .param(name)
                    .update();
            return find(name).orElseThrow();
        });
    }

    private Optional<Integer> find(String name) {
        return jdbc.sql("select no from connection_name where name = ?")
                .param(name)
                .query(Integer.class)
                .optional();
    }

    /** The target's number; given out when it is first asked for. */
    public synchronized int target(int connection, Target target) {
        return find(connection, target.name()).orElseGet(() -> {
            jdbc.sql("insert into target_name (connection_no, name, product) values (?, ?, ?)")
                    .params(connection, target.name(), target.product())
                    .update();
            return find(connection, target.name()).orElseThrow();
        });
    }

    private Optional<Integer> find(int connection, String name) {
        return jdbc.sql("select no from target_name where connection_no = ? and name = ?")
                .params(connection, name)
                .query(Integer.class)
                .optional();
    }
}
