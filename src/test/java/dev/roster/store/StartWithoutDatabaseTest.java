package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Roster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A start that finds no database to work with says what is wrong and what to do, without a trace or a password. */
@ExtendWith(OutputCaptureExtension.class)
class StartWithoutDatabaseTest {

    private static final String PASSWORD = "canary-of-the-database";

    private static void start(String url, String user) {
        SpringApplication roster = new SpringApplication(Roster.class);
        roster.setWebApplicationType(WebApplicationType.NONE);
        boolean started = true;
        try {
            roster.run(
                            "--spring.config.location=classpath:/application.yaml",
                            "--spring.datasource.url=" + url,
                            "--spring.datasource.username=" + user,
                            "--spring.datasource.password=" + PASSWORD,
                            "--spring.jmx.enabled=false",
                            "--camel.main.jmx-enabled=false")
                    .close();
        } catch (RuntimeException e) {
            started = false;
        }
        assertThat(started).isFalse();
    }

    private static void isTold(CapturedOutput output, String... words) {
        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START")
                .contains(words)
                .doesNotContain("\tat ")
                .doesNotContain(PASSWORD);
    }

    @Test
    @DisplayName("K7 a start without a database says which, and what to do")
    void nobodyAnswers(CapturedOutput output) {
        start("jdbc:postgresql://localhost:1/roster?password=" + PASSWORD, "roster");
        isTold(output, "jdbc:postgresql://localhost:1/roster cannot be reached", "Start the database");
    }

    @Test
    void aHostThatIsUnknownIsNamed(CapturedOutput output) {
        start("jdbc:postgresql://nowhere.invalid/roster", "roster");
        isTold(output, "unknown host nowhere.invalid");
    }

    /** Whatever signs a password has, and whether or not the driver can read such an address. */
    @ParameterizedTest
    @CsvSource({
        "postgresql, '', ''",
        "postgres, '', ''",
        "postgresql, a@, ''",
        "postgresql, a/, /b",
        "postgresql, a?, ;b"
    })
    @DisplayName("P8 a password in the database's address is not told")
    void aPasswordInTheAddress(String scheme, String before, String after, CapturedOutput output) {
        start("jdbc:" + scheme + "://roster:" + before + PASSWORD + after + "@nowhere.invalid/roster", "roster");
        isTold(output, "jdbc:" + scheme + "://nowhere.invalid/roster ");
    }

    @Test
    @DisplayName("P8 nor is one among the address's parameters")
    void aPasswordAmongTheParameters(CapturedOutput output) {
        start("jdbc:postgresql://localhost:1/roster?user=r@example.com&password=a@" + PASSWORD, "roster");
        isTold(output, "jdbc:postgresql://localhost:1/roster cannot be reached");
    }

    @Test
    void aDatabaseThatDoesNotExistIsToBeCreated(CapturedOutput output) {
        start(postgres().replaceFirst("roster_\\w+", "roster_none"), "postgres");
        isTold(output, "roster_none does not exist", "CREATE DATABASE roster OWNER postgres");
    }

    @Test
    void aUserWhomTheDatabaseDoesNotKnowIsNamed(CapturedOutput output) {
        start(postgres(), "nobody");
        isTold(output, "refuses the user 'nobody'", "spring.datasource.password");
    }

    @Test
    void aUserWhoMayNotMakeTablesIsToBeLetTo(CapturedOutput output) {
        String url = postgres();
        new JdbcTemplate(new DriverManagerDataSource(url, "postgres", PASSWORD))
                .execute("drop role if exists reader; create role reader login password '" + PASSWORD + "'");
        start(url, "reader");
        isTold(output, "does not let the user 'reader' make tables", "GRANT CREATE ON SCHEMA public");
    }

    @Test
    void aWrongPasswordOfTheEmbeddedDatabaseIsTold(CapturedOutput output, @TempDir Path folder) throws SQLException {
        String url = "jdbc:hsqldb:file:" + folder.resolve("roster");
        try (Connection connection = DriverManager.getConnection(url, "sa", "another")) {
            assertThat(connection.isValid(1)).isTrue();
        }
        start(url, "sa");
        isTold(output, "refuses the user 'sa'");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoDatabaseInUse(CapturedOutput output, @TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        start("jdbc:hsqldb:file:" + file.resolve("roster"), "sa");
        isTold(output, "cannot be written", "Let Roster's user write to that folder");
    }

    @Test
    void anotherKindOfDatabaseIsRefused(CapturedOutput output) {
        start("jdbc:mysql://localhost/roster", "roster");
        isTold(output, "jdbc:mysql://localhost/roster is none that Roster can work with");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    @DisplayName("K10, K11 tables of a newer Roster are left alone")
    void tablesOfANewerRoster(Database database, CapturedOutput output) {
        String url = tables(database);
        JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(url, database.user(), PASSWORD));
        jdbc.update("update \"flyway_schema_history\" set \"version\" = '9999.1' where \"version\" = '17'");
        start(url, database.user());
        isTold(output, "tables of a newer Roster: they are at version 9999.1", "restore the backup");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    @DisplayName("K11 an upgrade that fails halfway is told with its cause")
    void anUpgradeThatFails(Database database, CapturedOutput output) {
        String url = database.fresh();
        Flyway.configure()
                .dataSource(url, database.user(), PASSWORD)
                .target("16")
                .load()
                .migrate();
        new JdbcTemplate(new DriverManagerDataSource(url, database.user(), PASSWORD))
                .execute("create table seat_count (in_the_way int)");
        start(url, database.user());
        isTold(output, "could not be brought up to date", "Restore the backup that was made before the upgrade");
        assertThat(output.getAll().toLowerCase(Locale.ROOT)).contains("seat_count");
    }

    private static String tables(Database database) {
        String url = database.fresh();
        Flyway.configure().dataSource(url, database.user(), PASSWORD).load().migrate();
        return url;
    }

    /** Without the user that it names. */
    private static String postgres() {
        return Database.POSTGRESQL.fresh().replaceFirst("[?].*", "");
    }
}
