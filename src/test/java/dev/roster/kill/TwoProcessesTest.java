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
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one PostgreSQL: one run of a connection at a time, whatever becomes of its holder. */
class TwoProcessesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Life life;

    @SuppressWarnings("NullAway.Init")
    private static Child other;

    @BeforeAll
    static void both() throws IOException {
        life = new Life(
                folder,
                11,
                Map.of(
                        "spring.datasource.url",
                        letGoOfTheFrozen(Database.POSTGRESQL.fresh()),
                        "spring.datasource.username",
                        Database.POSTGRESQL.user()));
        life.start(Map.of());
        life.isWhole();
        other = life.another();
    }

    /** As the operators' document advises: a process that freezes in a transaction would keep its rows locked. */
    private static String letGoOfTheFrozen(String url) {
        return url + (url.contains("?") ? "&" : "?") + "options=-c%20idle_in_transaction_session_timeout=5000";
    }

    @AfterAll
    static void close() {
        other.close();
        life.close();
    }

    private static Staff staff() {
        return life.staffs().get(1);
    }

    private static long requests() {
        return Stream.concat(
                        Stream.of(staff().landscape().graph().server()),
                        staff().landscape().products().stream().map(SimulatedProduct::server))
                .mapToLong(server -> server.requests())
                .sum();
    }

    @Test
    @DisplayName("K5 of two processes that want to sync a connection at once, one does, and the other is told so")
    void oneAtATime() {
        staff().landscape().graph().server().answerAfter(Duration.ofMillis(300));
        for (int i = 0; i < 3; i++) {
            life.child().tell("try " + staff().connection());
            other.tell("try " + staff().connection());
            List<String> answers = List.of(life.child().hears(""), other.hears(""));
            assertThat(answers)
                    .containsExactlyInAnyOrder("began " + staff().connection(), "refused " + staff().connection());
            Child holder = answers.get(0).startsWith("began") ? life.child() : other;
            assertThat(holder.hears("ended")).contains(" COMPLETED ");
        }
        staff().landscape().graph().server().answerAfter(Duration.ZERO);
    }

    /** A request between its last check and its departure would leave when the process wakes up, and may. */
    private static void untilAllThatIsUnderWayWaits() {
        AtomicLong last = new AtomicLong();
        Awaitility.await()
                .during(Duration.ofMillis(800))
                .atMost(Duration.ofSeconds(60))
                .until(() -> last.getAndSet(requests()) == requests());
    }

    @Test
    @DisplayName("K6 a process that was frozen for longer than its lease sends nothing more when it wakes up")
    void aFrozenHolderIsFencedOff() throws Exception {
        staff().change();
        CountDownLatch writing = new CountDownLatch(1);
        // Slow enough for all that may be under way at once to wait for its answer when the process freezes.
        staff().landscape().products().forEach(product -> product.server().answerAfter(Duration.ofSeconds(3)));
        staff().landscape()
                .jira()
                .server()
                .plan(PlannedFault.answer(
                        request -> {
                            if (!request.method().equals("GET")) {
                                writing.countDown();
                            }
                            return false;
                        },
                        1,
                        SimulatedAnswer.empty(204)));
        life.child().tell("try " + staff().connection());
        life.child().hears("began");
        assertThat(writing.await(60, TimeUnit.SECONDS)).isTrue();
        untilAllThatIsUnderWayWaits();
        life.child().signal("STOP");
        staff().landscape().products().forEach(product -> product.server().answerAfter(Duration.ZERO));

        other.tell("sync " + staff().connection());
        assertThat(other.hears("ended " + staff().connection())).contains(" COMPLETED ");
        long before = requests();
        life.child().signal("CONT");
        life.child().hears("ended " + staff().connection());

        assertThat(requests()).isEqualTo(before);
        Judge.findsInStep(staff());
        Judge.findsNothingDoneTwice(staff());
        life.isWhole();
    }
}
