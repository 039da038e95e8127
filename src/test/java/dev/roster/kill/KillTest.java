package dev.roster.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.roster.store.Database;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * Roster is killed, and the next run finishes the work. A usual run of the tests takes some of the named places and few
 * random times; {@code -Dkill.rounds=200} kills at every place on each database, and so often at random times. {@code
 * -Dkill.seed} repeats a course.
 */
class KillTest {

    private static final long SEED = Long.getLong("kill.seed", System.nanoTime());
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 0);
    private static final int FEW = 1;

    /** About how long a run of three connections takes. */
    private static final int MOST_MILLIS = 2500;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    private final Random random = new Random(SEED);

    private static Map<String, String> settings(Database database) {
        // Without a lock file: after a kill, HSQLDB otherwise waits some seconds for the old process to show life.
        String url = database == Database.HSQLDB
                ? "jdbc:hsqldb:file:" + folder.resolve("roster")
                        + ";hsqldb.write_delay=false;hsqldb.default_table_type=cached;hsqldb.tx=mvcc"
                        + ";hsqldb.lock_file=false"
                : database.fresh();
        return Map.of("spring.datasource.url", url, "spring.datasource.username", database.user());
    }

    @TestFactory
    @DisplayName("K1, K2, K10 on the embedded database")
    Stream<DynamicTest> onTheEmbeddedDatabase() throws IOException {
        Life life = new Life(folder, random.nextLong(), settings(Database.HSQLDB));
        return Stream.of(deaths(life, Database.HSQLDB), lostState(life))
                .flatMap(tests -> tests)
                .onClose(life::close);
    }

    @TestFactory
    @DisplayName("K1, K2 on PostgreSQL")
    Stream<DynamicTest> onPostgres() throws IOException {
        Life life = new Life(folder, random.nextLong(), settings(Database.POSTGRESQL));
        return deaths(life, Database.POSTGRESQL).onClose(life::close);
    }

    private Stream<DynamicTest> deaths(Life life, Database database) {
        Stream<DynamicTest> first = Stream.of(dynamicTest("nobody dies, seed " + SEED, () -> {
            life.isWholeAfterWaits();
        }));
        Stream<DynamicTest> named = Arrays.stream(CrashPoint.values())
                .filter(point -> ROUNDS > 0 || point.isEveryday(database))
                .map(point -> dynamicTest("K1 killed at " + point, () -> {
                    life.change();
                    life.dieAt(
                            point,
                            life.staffs().get(random.nextInt(life.staffs().size())));
                    startAgain(life);
                    life.isWhole();
                }));
        Stream<DynamicTest> anyTime = IntStream.range(0, Math.max(ROUNDS, FEW))
                .mapToObj(i -> dynamicTest("K2 killed at any time, round " + i + ", seed " + SEED, () -> {
                    life.change();
                    life.askForWaits(1, 20);
                    life.dieAfter(random.nextInt(MOST_MILLIS));
                    startAgain(life);
                    life.isWhole();
                }));
        return Stream.of(first, named, anyTime).flatMap(tests -> tests);
    }

    /** A long run waits for the leases of the dead, as people have to. */
    private static void startAgain(Life life) throws IOException {
        if (ROUNDS > 0) {
            life.start(Map.of());
        } else {
            life.startLater();
        }
    }

    /** Roster starts as docs/operations.md advises after such a loss: what Entra also wants becomes ours again. */
    private Stream<DynamicTest> lostState(Life life) {
        return Stream.of(
                dynamicTest("K10 a backup of before the last day is restored", () -> {
                    life.child().kill();
                    Path backup = Files.createDirectory(folder.resolve("backup"));
                    copy(folder, backup);
                    life.start(life.adoptsMemberships());
                    life.change();
                    life.sync();
                    life.child().kill();
                    forget(folder);
                    copy(backup, folder);
                    life.start(life.adoptsMemberships());
                    // Accounts and groups of that day are there, and nobody knows any more whose they are.
                    life.takesNothingFromAnybody("AWAITING_APPROVAL");
                    life.approve();
                    life.staffs().forEach(Judge::findsInStep);
                    life.takesNothingFromAnybody("COMPLETED");
                }),
                dynamicTest("K10 the end of the log of commits is lost", () -> {
                    life.change();
                    life.sync();
                    life.child().kill();
                    cutOff(folder.resolve("roster.log"));
                    life.start(life.adoptsMemberships());
                    life.takesNothingFromAnybody("(COMPLETED|AWAITING_APPROVAL)");
                }),
                dynamicTest("K10 the whole database is lost", () -> {
                    life.child().kill();
                    forget(folder);
                    life.start(life.forgotten());
                    life.takesNothingFromAnybody("AWAITING_APPROVAL");
                    life.approve();
                    life.staffs().forEach(Judge::findsInStep);
                }));
    }

    private static void cutOff(Path log) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            assertThat(file.length()).isPositive();
            file.setLength(file.length() * 2 / 3);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : database(from)) {
            FileSystemUtils.copyRecursively(file, to.resolve(from.relativize(file)));
        }
    }

    private static void forget(Path folder) throws IOException {
        for (Path file : database(folder)) {
            FileSystemUtils.deleteRecursively(file);
        }
    }

    private static List<Path> database(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.getFileName().toString().startsWith("roster"))
                    .toList();
        }
    }
}
