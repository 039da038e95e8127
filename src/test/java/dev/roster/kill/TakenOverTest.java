package dev.roster.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two processes on one PostgreSQL: what one of them leaves behind when it dies, the other finishes by itself. */
class TakenOverTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    private final String database = Database.POSTGRESQL.fresh();
    private final JdbcClient jdbc =
            JdbcClient.create(new DriverManagerDataSource(database, Database.POSTGRESQL.user(), ""));
    private final Life life = new Life(
            folder,
            23,
            Map.of("spring.datasource.url", database, "spring.datasource.username", Database.POSTGRESQL.user()));

    @SuppressWarnings("NullAway.Init")
    private Child other;

    /** @param trigger what started it */
    private record RunSeen(String trigger, String state) {}

    @BeforeEach
    void both() throws IOException {
        life.start(Map.of());
        other = life.another();
    }

    @AfterEach
    void close() {
        other.close();
        life.close();
    }

    private Staff staff() {
        return life.staffs().get(1);
    }

    /** The first process has begun a run, and is in the middle of writing. */
    private void begins() throws InterruptedException {
        CountDownLatch writing = new CountDownLatch(2);
        for (SimulatedProduct product : staff().landscape().products()) {
            product.server()
                    .plan(PlannedFault.answer(
                            request -> {
                                if (!request.method().equals("GET")) {
                                    writing.countDown();
                                    product.server().answerAfter(Duration.ofSeconds(1));
                                }
                                return false;
                            },
                            1,
                            SimulatedAnswer.empty(204)));
        }
        life.child().tell("try " + staff().connection());
        life.child().hears("began");
        assertThat(writing.await(60, TimeUnit.SECONDS)).isTrue();
    }

    /** The runs so far, the first one first. */
    private List<RunSeen> runs() {
        return jdbc.sql("select started_as, state from run order by id")
                .query((rs, n) -> new RunSeen(rs.getString(1), rs.getString(2)))
                .list();
    }

    private void answerAtOnce() {
        for (SimulatedProduct product : staff().landscape().products()) {
            product.server().forgetFaults();
            product.server().answerAfter(Duration.ZERO);
        }
    }

    @Test
    @DisplayName("K5 when the one whose run it is is killed, the other finishes the work without being told")
    void isFinished() throws InterruptedException {
        begins();
        life.child().kill();
        answerAtOnce();

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> runs(),
                        runs -> runs.equals(
                                List.of(new RunSeen("route", "failed"), new RunSeen("take-over", "completed"))));
        Judge.findsInStep(staff());
        Judge.findsNothingDoneTwice(staff());
        Judge.findsOthersUntouched(staff());
    }
}
