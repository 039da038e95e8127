package db.migration;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What the operations of earlier runs are about. There may be millions, and HSQLDB keeps all rows of a transaction in
 * memory: so it goes in portions, and goes on where it was when Roster ended in the middle of it.
 */
public class V25_1__What_operations_were_about extends BaseJavaMigration {

    private static final Logger LOG = LoggerFactory.getLogger("dev.roster.store");

    private static final int PORTION = 10_000;

    @Override
    public boolean canExecuteInTransaction() {
        return false;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        long newest = number(jdbc, "select max(id) from operation");
        long from = number(jdbc, """
                select max(x.id) from (select max(operation_id) as id from operation_about
                  union all select min(id) - 1 from operation) x""");
        if (newest - from > 10 * PORTION) {
            LOG.info("{} operations of earlier runs get rows of their own; a million takes a minute", newest - from);
        }
        while (from < newest) {
            jdbc.update("""
                    insert into operation_about (operation_id, run_id, target_no, somebody, group_name)
                    select id, run_id, target_no, coalesce(person_id, lower(user_name)), group_name from operation
                    where id > ? and id <= ?""", from, from + PORTION);
            from += PORTION;
        }
    }

    private static long number(JdbcTemplate jdbc, String sql) {
        Long number = jdbc.queryForObject(sql, Long.class);
        return number == null ? 0 : number;
    }
}
