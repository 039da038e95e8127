package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** HSQLDB says "committed" on a full disk, and Roster finds out. */
class SafeStorageTest {

    private static final String ROW = "x".repeat(200);

    private static String url(Path folder) {
        return "jdbc:hsqldb:file:" + folder.resolve("db") + ";hsqldb.default_table_type=cached;hsqldb.tx=mvcc";
    }

    /** With the one table that Roster's own schema has for it, and one to fill. */
    private static JdbcClient open(Path folder) {
        JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(url(folder), "sa", "", true));
        jdbc.sql("create table canary (token varchar(36) not null)").update();
        jdbc.sql("insert into canary values ('not yet')").update();
        jdbc.sql("create table filled (id bigint primary key, text varchar(300))")
                .update();
        return jdbc;
    }

    private static void insert(JdbcClient jdbc, long id) {
        jdbc.sql("insert into filled values (?, ?)").params(id, ROW).update();
    }

    /** What a process would find that opens the database after this one was killed. */
    private static long keptOnDisk(Path folder, Path copy) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("db."))
                    .filter(each -> !each.toString().endsWith(".lck") && Files.isRegularFile(each))
                    .toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url(copy) + ";shutdown=true", "sa", ""));
        return jdbc.sql("select count(*) from filled").query(Long.class).single();
    }

    @Test
    @DisplayName("K9 on a full disk the canary does not arrive, and with room again nothing is lost")
    void onAFullDiskTheCanaryDoesNotArrive(@TempDir Path copy) throws Exception {
        try (SmallDisk disk = SmallDisk.of(12)) {
            JdbcClient jdbc = open(disk.folder());
            SafeStorage storage = new SafeStorage(jdbc, url(disk.folder()), 0);
            assertThat(storage.probe()).isEmpty();
            disk.take(8);
            long committed = 0;
            while (storage.probe().isEmpty()) {
                for (int i = 0; i < 100; i++) {
                    insert(jdbc, committed++);
                }
            }
            assertThat(jdbc.sql("select count(*) from filled").query(Long.class).single())
                    .as("HSQLDB itself sees nothing wrong")
                    .isEqualTo(committed);
            assertThat(storage.trouble().orElseThrow()).contains(disk.folder().toString(), "did not arrive");

            disk.free();
            assertThat(storage.probe()).isEmpty();
            insert(jdbc, committed++);
            assertThat(keptOnDisk(disk.folder(), copy)).isEqualTo(committed);
            jdbc.sql("shutdown").update();
        }
    }

    @Test
    void whatIsCommittedIsOnTheDiskWhateverTheAddressSays(@TempDir Path folder, @TempDir Path copy) throws Exception {
        JdbcClient jdbc = open(folder);
        SafeStorage storage = new SafeStorage(jdbc, url(folder), 0);
        for (int i = 0; i < 50; i++) {
            insert(jdbc, i);
        }
        assertThat(keptOnDisk(folder, copy)).isEqualTo(50);
        assertThat(storage.probe()).isEmpty();
        jdbc.sql("shutdown").update();
    }

    @Test
    void aCheckpointIsNoTrouble(@TempDir Path folder) {
        JdbcClient jdbc = open(folder);
        SafeStorage storage = new SafeStorage(jdbc, url(folder), 0);
        for (int i = 0; i < 20; i++) {
            assertThat(storage.probe()).isEmpty();
            jdbc.sql("checkpoint").update();
        }
        jdbc.sql("shutdown").update();
    }

    @Test
    void belowTheFloorNothingIsWrittenAndTheTextSaysWhatToDo(@TempDir Path folder) {
        JdbcClient jdbc = open(folder);
        SafeStorage storage = new SafeStorage(jdbc, url(folder), Long.MAX_VALUE);
        assertThat(storage.probe().orElseThrow()).contains("MB are free", folder.toString(), "make room there");
        assertThat(jdbc.sql("select token from canary").query(String.class).single())
                .isEqualTo("not yet");
        jdbc.sql("shutdown").update();
    }

    @ParameterizedTest
    @EnumSource
    void databasesThatAreNoFilesAreLeftAlone(Database database) {
        JdbcClient jdbc = JdbcClient.create(database.withTables());
        SafeStorage storage = new SafeStorage(jdbc, "jdbc:postgresql://db/roster", Long.MAX_VALUE);
        assertThat(storage.isWatched()).isFalse();
        assertThat(storage.probe()).isEmpty();
    }
}
