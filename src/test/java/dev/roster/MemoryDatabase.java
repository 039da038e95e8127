package dev.roster;

import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Databases in the memory of the tests' process. HSQLDB keeps each of them until it is told to shut it down. */
public final class MemoryDatabase {
    private static final String PREFIX = "jdbc:hsqldb:mem:";

    private MemoryDatabase() {}

    /** The address of an empty one. */
    public static String fresh() {
        return PREFIX + UUID.randomUUID() + ";hsqldb.tx=mvcc";
    }

    /** Forgets what is at this address when it is a database in memory; any other is left alone. */
    public static void drop(String url) {
        if (url.startsWith(PREFIX)) {
            new JdbcTemplate(new DriverManagerDataSource(url, "sa", "")).execute("SHUTDOWN");
        }
    }
}
