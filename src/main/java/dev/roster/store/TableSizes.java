package dev.roster.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * What PostgreSQL knows of how large the tables are, and of what is in them: by that it chooses how to go about a
 * statement.
 *
 * <p>By itself it looks about once a minute. A first reading fills empty tables in seconds, and what is planned for
 * empty tables goes through all rows for each row. So it is told to look again whenever a table has grown much.
 */
@Repository
public class TableSizes {

    private static final Logger LOG = LoggerFactory.getLogger(TableSizes.class);

    /**
     * Tables that have a quarter more pages than when they were last looked at, which is known at once; or a quarter of
     * whose rows are others, which is known a second later. Four targets may be there when the rows of a fifth come.
     */
    private static final String GROWN = """
            select quote_ident(c.relname) from pg_class c
            left join pg_stat_user_tables s on s.relid = c.oid
            where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
              and pg_has_role(c.relowner, 'usage')
              and (pg_relation_size(c.oid) / current_setting('block_size')::int > 1.25 * c.relpages
                or s.n_mod_since_analyze > 100 + 0.25 * greatest(c.reltuples, 0))
            order by c.relname""";

    private final JdbcTemplate jdbc;

    TableSizes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets PostgreSQL look at the tables that have grown much; a few milliseconds when there are none. Belongs outside
     * of transactions: nobody is held up by it then, nor is it by another process that does the same.
     */
    public void refresh() {
        try {
            jdbc.execute((Connection connection) -> {
                refresh(connection);
                return true;
            });
        } catch (DataAccessException e) {
            // Statements are slower without it, and right.
            LOG.warn("PostgreSQL could not look at how large the tables are: {}", e.getMessage());
        }
    }

    /** HSQLDB takes the index that matches most columns, however large a table is; so do the copies of a rehearsal. */
    private static void refresh(Connection connection) throws SQLException {
        if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            List<String> grown = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(GROWN)) {
                while (rows.next()) {
                    grown.add(rows.getString(1));
                }
            }
            if (!grown.isEmpty()) {
                statement.execute("analyze (skip_locked) " + String.join(", ", grown));
            }
        }
    }
}
