package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class RunLocksTest {

    private final Tables tables;

    RunLocksTest(Database database) {
        tables = new Tables(database.withTables());
    }

    @Test
    void oneRunOfAConnectionHoldsTheLock() {
        assertThat(tables.locks.acquire(1, 10, "here")).isTrue();
        assertThat(tables.locks.acquire(1, 11, "there")).isFalse();
        assertThat(tables.locks.acquire(2, 12, "there")).isTrue();
        tables.locks.release(1, 10);
        assertThat(tables.locks.acquire(1, 11, "there")).isTrue();
    }

    @Test
    void onlyTheHolderReleasesAndRenews() {
        tables.locks.acquire(1, 10, "here");
        tables.locks.release(1, 11);
        assertThat(tables.locks.renew(1, 11, "here")).isFalse();
        assertThat(tables.locks.renew(1, 10, "there")).isFalse();
        assertThat(tables.locks.renew(1, 10, "here")).isTrue();
        assertThat(tables.locks.acquire(1, 11, "there")).isFalse();
    }

    @Test
    void aLeaseThatHasRunOutIsTakenOverAndItsHolderFindsOut() {
        tables.locks.acquire(1, 10, "here");
        tables.pass(RunLocks.LEASE.minusSeconds(1));
        assertThat(tables.locks.acquire(1, 11, "there")).isFalse();
        tables.pass(RunLocks.LEASE);
        assertThat(tables.locks.acquire(1, 11, "there")).isTrue();
        assertThat(tables.locks.renew(1, 10, "here")).isFalse();
        tables.locks.release(1, 10);
        assertThat(tables.locks.renew(1, 11, "there")).isTrue();
    }

    @Test
    void aRenewedLeaseIsNotTakenOver() {
        tables.locks.acquire(1, 10, "here");
        for (int i = 0; i < 5; i++) {
            tables.pass(RunLocks.LEASE.dividedBy(2));
            assertThat(tables.locks.renew(1, 10, "here")).isTrue();
        }
        assertThat(tables.locks.acquire(1, 11, "there")).isFalse();
    }

    @Test
    @DisplayName("K12 a clock that is set back leaves the lock with its holder, and the next lease is as long as ever")
    void aClockThatIsSetBack() {
        tables.locks.acquire(1, 10, "here");
        tables.pass(Duration.ofHours(-1));
        assertThat(tables.locks.acquire(1, 11, "there")).isFalse();
        assertThat(tables.locks.renew(1, 10, "here")).isTrue();
        tables.pass(RunLocks.LEASE.plusSeconds(1));
        assertThat(tables.locks.acquire(1, 11, "there")).isTrue();
        assertThat(tables.locks.renew(1, 10, "here")).isFalse();
    }

    @Test
    @DisplayName("K12 a clock that is set forward ends a lease, and never gives two the lock")
    void aClockThatIsSetForward() {
        tables.locks.acquire(1, 10, "here");
        tables.pass(Duration.ofHours(1));
        assertThat(tables.locks.acquire(1, 11, "there")).isTrue();
        assertThat(tables.locks.renew(1, 10, "here")).isFalse();
        tables.pass(Duration.ofHours(-1));
        assertThat(tables.locks.acquire(1, 10, "here")).isFalse();
    }

    @Test
    void ofManyAtOnceOneGetsIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> tries = IntStream.range(0, 24)
                    .<Callable<Boolean>>mapToObj(i -> () -> tables.locks.acquire(1, i, "holder-" + i))
                    .toList();
            int held = 0;
            for (Future<Boolean> each : threads.invokeAll(tries)) {
                held += each.get() ? 1 : 0;
            }
            assertThat(held).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }
}
