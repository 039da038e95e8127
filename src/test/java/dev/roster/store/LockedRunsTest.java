package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class LockedRunsTest {

    private final Tables tables;
    private final int connection;

    LockedRunsTest(Database database) {
        tables = new Tables(database.withTables());
        connection = tables.registry.connection("acme");
    }

    private Optional<Long> open(String holder) {
        return tables.lockedRuns.open(new NewRun(connection, Run.Mode.SYNC, false, List.of(), "route", null), holder);
    }

    @Test
    void aRunThatIsRefusedLeavesNoRow() {
        long first = open("here").orElseThrow();
        assertThat(open("there")).isEmpty();
        assertThat(tables.rows.latest(null, null, 9)).extracting(RunRow::id).containsExactly(first);
        assertThat(tables.locks.run(connection)).contains(first);
    }

    @Test
    void whenTheLockIsFreeAgainTheNextOneOpens() {
        long first = open("here").orElseThrow();
        tables.locks.release(connection, first);
        long second = open("there").orElseThrow();
        assertThat(tables.rows.latest(null, null, 9)).extracting(RunRow::id).containsExactly(second, first);
    }

    @Test
    void aRunThatEndsOrWaitsGivesItsLockBack() {
        Run ended = tables.run();
        assertThat(tables.locks.acquire(ended.connectionNo(), ended.id(), "here"))
                .isTrue();
        tables.lockedRuns.end(ended, RunState.FAILED, "no answer");
        assertThat(tables.locks.run(ended.connectionNo())).isEmpty();
        RunRow row = tables.rows.find(ended.id()).orElseThrow();
        assertThat(row.state()).isEqualTo(RunState.FAILED);
        assertThat(row.message()).isEqualTo("no answer");

        Run waits = tables.run();
        assertThat(tables.locks.acquire(waits.connectionNo(), waits.id(), "here"))
                .isTrue();
        tables.lockedRuns.letWait(waits);
        assertThat(tables.locks.run(waits.connectionNo())).isEmpty();
        assertThat(tables.rows.find(waits.id()).orElseThrow().state()).isEqualTo(RunState.AWAITING_APPROVAL);
    }

    @Test
    void aLeaseThatHasRunOutIsTakenOver() {
        open("here");
        tables.pass(RunLocks.LEASE.plusSeconds(1));
        assertThat(tables.locks.run(connection)).isEmpty();
        assertThat(open("there")).isEqualTo(tables.locks.run(connection)).isPresent();
    }

    @Test
    void ofManyAtOnceOneOpensAndTheOthersLeaveNoRow() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Optional<Long>>> tries = IntStream.range(0, 24)
                    .<Callable<Optional<Long>>>mapToObj(i -> () -> open("holder-" + i))
                    .toList();
            int opened = 0;
            for (Future<Optional<Long>> each : threads.invokeAll(tries)) {
                opened += each.get().isPresent() ? 1 : 0;
            }
            assertThat(opened).isEqualTo(1);
            assertThat(tables.count("run")).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }
}
