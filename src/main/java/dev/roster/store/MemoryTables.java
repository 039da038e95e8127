package dev.roster.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/** Makes empty databases in memory with Roster's tables, each for one use. */
@Component
class MemoryTables {

    private static final String MIGRATIONS = "classpath:db/migration/V*.sql";
    private static final Pattern VERSION = Pattern.compile("V([\\d_]+?)__.*");

    private final List<EncodedResource> scripts;

    MemoryTables() {
        try {
            scripts = Stream.of(new PathMatchingResourcePatternResolver().getResources(MIGRATIONS))
                    .sorted(Comparator.comparing(MemoryTables::version))
                    .map(script -> new EncodedResource(script, "UTF-8"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MigrationVersion version(Resource script) {
        Matcher name = VERSION.matcher(String.valueOf(script.getFilename()));
        if (!name.matches()) {
            throw new IllegalStateException("a migration is not called V1__what.sql: " + script.getFilename());
        }
        return MigrationVersion.fromVersion(name.group(1));
    }

    /** It ends with the connection. */
    Connection open() throws SQLException {
        Connection connection =
                DriverManager.getConnection("jdbc:hsqldb:mem:" + UUID.randomUUID() + ";shutdown=true", "sa", "");
        scripts.forEach(script -> ScriptUtils.executeSqlScript(connection, script));
        return connection;
    }
}
