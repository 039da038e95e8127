package dev.roster.store;

import dev.roster.MemoryDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The databases that the tables have to be the same in. */
public enum Database {
    HSQLDB("sa") {
        @Override
        public String fresh() {
            return MemoryDatabase.fresh();
        }
    },
    POSTGRESQL("postgres") {
        @Override
        public String fresh() {
            EmbeddedPostgres server = server();
            String name = "roster_" + UUID.randomUUID().toString().replace('-', '_');
            new JdbcTemplate(server.getPostgresDatabase()).execute("create database " + name);
            return server.getJdbcUrl("postgres", name);
        }
    };

    private final String user;

    Database(String user) {
        this.user = user;
    }

    /** The address of an empty database of its own. */
    public abstract String fresh();

    public String user() {
        return user;
    }

    /** An empty database with Roster's tables. */
    DataSource withTables() {
        DataSource source = new DriverManagerDataSource(fresh(), user, "");
        Flyway.configure().dataSource(source).load().migrate();
        return source;
    }

    /** One server for all tests of this process; it stops with it. */
    private static synchronized EmbeddedPostgres server() {
        if (Server.running == null) {
            try {
                Server.running = EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Server.running;
    }

    private static final class Server {
        private static @Nullable EmbeddedPostgres running;
    }
}
