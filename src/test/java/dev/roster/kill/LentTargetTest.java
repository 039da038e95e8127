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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two processes on one PostgreSQL deliver the operations of one run, whatever becomes of either. */
class LentTargetTest {

    private static final Duration SLOW = Duration.ofSeconds(1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    private final String database = Database.POSTGRESQL.fresh();
    private final JdbcClient jdbc =
            JdbcClient.create(new DriverManagerDataSource(database, Database.POSTGRESQL.user(), ""));
    private final Life life = new Life(
            folder,
            17,
            Map.of(
                    "spring.datasource.url",
                    database + (database.contains("?") ? "&" : "?")
                            + "options=-c%20idle_in_transaction_session_timeout=5000",
                    "spring.datasource.username",
                    Database.POSTGRESQL.user(),
                    // Of what is lent, a fourth.
                    "lease.length",
                    "32s",
                    "lending.worth-it",
                    "1"));

    @SuppressWarnings("NullAway.Init")
    private Child other;

    @BeforeEach
    void both() throws IOException {
        life.start(Map.of());
        other = life.another();
        soon().until(() -> jdbc.sql("select count(*) from qrtz_scheduler_state")
                        .query(Long.class)
                        .single()
                == 2);
    }

    @AfterEach
    void close() {
        other.close();
        life.close();
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20));
    }

    private Staff staff() {
        return life.staffs().get(1);
    }

    private void answerAfter(Duration time) {
        staff().landscape().products().forEach(product -> product.server().answerAfter(time));
    }

    private long requests() {
        return staff().landscape().products().stream()
                .map(SimulatedProduct::server)
                .mapToLong(server -> server.requests())
                .sum();
    }

    /** The targets that the other process has now. */
    private List<Integer> lent() {
        return jdbc.sql("select target_no from lent_target where holder like ? and not returned")
                .param(other.pid() + "@%")
                .query(Integer.class)
                .list();
    }

    private long doneOfLent() {
        return jdbc.sql("""
                select count(*) from operation o join lent_target l on l.run_id = o.run_id and l.target_no = o.target_no
                where l.holder like ? and o.status = 'done'""").param(other.pid() + "@%").query(Long.class).single();
    }

    /** Between two portions there is nothing, and what dies then leaves nothing behind. */
    private long inHandOfLent() {
        return jdbc.sql("""
                select count(*) from operation o
                join lent_target l on l.run_id = o.run_id and l.target_no = o.target_no
                join taken t on t.run_id = o.run_id and t.target_no = o.target_no
                where l.holder like ? and o.status = 'planned'
                  and (o.wave < t.wave or o.wave = t.wave and o.id <= t.operation_id)""").param(other.pid() + "@%").query(Long.class).single();
    }

    /** The first process begins a run, and the other one is in the middle of what it has of it. */
    private void begins() {
        AtomicInteger writes = new AtomicInteger();
        staff().landscape()
                .products()
                .forEach(product -> product.server()
                        .plan(PlannedFault.answer(
                                request -> {
                                    if (!request.method().equals("GET") && writes.incrementAndGet() == 1) {
                                        answerAfter(SLOW);
                                    }
                                    return false;
                                },
                                1,
                                SimulatedAnswer.empty(204))));
        life.child().tell("try " + staff().connection());
        life.child().hears("began");
        soon().until(() -> !lent().isEmpty() && doneOfLent() > 0 && inHandOfLent() > 0);
        assertThat(lent()).hasSize(1);
    }

    private String ends(Child process) {
        return process.hears("ended " + staff().connection());
    }

    private void isRight() {
        Judge.findsInStep(staff());
        Judge.findsNothingDoneTwice(staff());
        Judge.findsOthersUntouched(staff());
    }

    /** One more run finishes what was left. */
    private void isRightAfterOneMoreRun(Child process) {
        answerAfter(Duration.ZERO);
        process.tell("sync " + staff().connection());
        assertThat(ends(process)).contains(" COMPLETED ");
        isRight();
    }

    @Test
    @DisplayName("P6 two processes deliver one run, each target by one of them")
    void bothDeliver() {
        begins();
        answerAfter(Duration.ZERO);
        assertThat(ends(life.child())).contains(" COMPLETED ");
        assertThat(jdbc.sql("select max(requests) from lent_target where holder like ?")
                        .param(other.pid() + "@%")
                        .query(Long.class)
                        .single())
                .isPositive();
        isRight();
    }

    @Test
    @DisplayName("K5 when the one that helps is killed, the run ends, and the next one finds out what it had sent")
    void theOneThatHelpsIsKilled() {
        begins();
        other.kill();
        answerAfter(Duration.ZERO);
        assertThat(ends(life.child())).contains(" COMPLETED_WITH_ERRORS ");
        isRightAfterOneMoreRun(life.child());
    }

    @Test
    @DisplayName("K5 when the one whose run it is is killed, the other takes the connection over")
    void theOneWhoseRunItIsIsKilled() {
        begins();
        life.child().kill();
        isRightAfterOneMoreRun(other);
    }

    @Test
    @DisplayName("K3 when the one that helps is ended, the other delivers what is left")
    void theOneThatHelpsEnds() throws Exception {
        begins();
        other.signal("TERM");
        soon().until(() -> lent().isEmpty());
        answerAfter(Duration.ZERO);
        assertThat(ends(life.child())).contains(" COMPLETED ");
        isRight();
    }

    @Test
    @DisplayName("P6 a stop reaches the one that helps, too, and what a product asked for is handed on")
    void theRunIsStopped() {
        begins();
        int borrowed = lent().get(0);
        AtomicInteger asked = new AtomicInteger();
        borrowedProduct(borrowed).server().plan(PlannedFault.answer(any -> true, Integer.MAX_VALUE, () -> {
            asked.incrementAndGet();
            return SimulatedAnswer.json(503, "{}").with("Retry-After", "30");
        }));
        soon().until(() -> asked.get() > 0);
        life.child().tell("stop " + staff().connection());
        assertThat(ends(life.child())).contains(" STOPPED ");
        assertThat(lent()).isEmpty();
        assertThat(jdbc.sql("select left_alone is not null from lent_target where target_no = ?")
                        .param(borrowed)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        borrowedProduct(borrowed).server().forgetFaults();
        isRightAfterOneMoreRun(life.child());
    }

    private SimulatedProduct borrowedProduct(int target) {
        String name = jdbc.sql("select name from target_name where no = ?")
                .param(target)
                .query(String.class)
                .single();
        return switch (name) {
            case "jira" -> staff().landscape().jira();
            case "confluence" -> staff().landscape().confluence();
            default -> staff().landscape().bitbucket();
        };
    }

    @Test
    @DisplayName("K6 one that helps, and was frozen for longer than its lease, sends nothing more when it wakes up")
    void theOneThatHelpsIsFrozen() throws Exception {
        begins();
        answerAfter(Duration.ofSeconds(3));
        untilAllThatIsUnderWayWaits();
        other.signal("STOP");
        answerAfter(Duration.ZERO);
        assertThat(ends(life.child())).contains(" COMPLETED_WITH_ERRORS ");
        isRightAfterOneMoreRun(life.child());
        long before = requests();
        other.signal("CONT");
        soon().until(() -> other.logs("is returned"));
        assertThat(requests()).isEqualTo(before);
        isRight();
    }

    private void untilAllThatIsUnderWayWaits() {
        AtomicLong last = new AtomicLong();
        Awaitility.await()
                .during(Duration.ofMillis(800))
                .atMost(Duration.ofSeconds(60))
                .until(() -> last.getAndSet(requests()) == requests());
    }
}
