package db.migration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Quartz's tables: they have columns of bytes, for which HSQLDB and PostgreSQL have no name in common. */
public class V18__Schedules extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws IOException, SQLException {
        Connection connection = context.getConnection();
        String script = new ClassPathResource("db/quartz.sql")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("${bytes}", bytes(connection));
        ScriptUtils.executeSqlScript(
                connection, new ByteArrayResource(script.getBytes(StandardCharsets.UTF_8), "quartz.sql"));
    }

    private static String bytes(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? "bytea" : "varbinary(1000000)";
    }
}
