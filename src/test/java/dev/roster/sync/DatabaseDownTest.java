package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.roster.DatabaseWire;
import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.SimulatedServer;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.run.RunControl;
import dev.roster.run.RunRequest;
import dev.roster.run.Runs;
import dev.roster.store.Actor;
import dev.roster.store.Database;
import dev.roster.store.Run;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;

/** The database goes away at the worst moments, and comes back: nothing is lost, and nothing has to be restarted. */
class DatabaseDownTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Actor SOMEBODY = new Actor("somebody", "test");
    private static final Stage STAGE = Stage.empty();
    private static final SimulatedTenant TENANT = Cast.six();
    private static final AtomicReference<DatabaseWire> WIRE = new AtomicReference<>();
    private static final Scene SCENE =
            STAGE.scene("remote", Landscape.start(TENANT)).with("groups.include", "team-.*");

    @BeforeAll
    static void behindAWire() throws Exception {
        WIRE.set(new DatabaseWire(Database.POSTGRESQL.fresh()));
        STAGE.withProperty("spring.datasource.url", wire().url())
                .withProperty("spring.datasource.username", Database.POSTGRESQL.user())
                // Half a minute as shipped.
                .withProperty("spring.datasource.hikari.connection-timeout", "500")
                .withProperty("lease.length", "8s");
        wire().cut();
        assertThatThrownBy(STAGE::app).as("K7 a start without a database").hasStackTraceContaining("PSQLException");
        wire().mend();
        assertThat(SCENE.sync().state()).isEqualTo(RunState.COMPLETED);
        SCENE.forgetChanges();
    }

    @AfterAll
    static void close() throws Exception {
        STAGE.close();
        wire().close();
    }

    @AfterEach
    void eachTest() {
        itIsBack();
    }

    private static void itIsBack() {
        wire().mend();
        // What the pool was given back a moment ago it takes for alive.
        pool().getHikariPoolMXBean().softEvictConnections();
        Awaitility.await().atMost(PATIENCE).until(() -> health().equals(Status.UP));
    }

    private static HikariDataSource pool() {
        return STAGE.app().getBean(HikariDataSource.class);
    }

    private static DatabaseWire wire() {
        return WIRE.get();
    }

    private static void cutWhen(SimulatedServer server, Predicate<SimulatedRequest> passes) {
        server.plan(PlannedFault.changed(passes, 1, answer -> {
            wire().cut();
            return answer;
        }));
    }

    /** The run has found out, and its route is through. */
    private static void awaitTheRoute() {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> STAGE.app()
                                .getBean(CamelContext.class)
                                .getInflightRepository()
                                .size("run")
                        == 0);
    }

    private static void awaitCut() {
        Awaitility.await().atMost(PATIENCE).until(() -> wire().isCut());
        awaitTheRoute();
    }

    private static Status health() {
        return STAGE.app().getBean(HealthEndpoint.class).health().getStatus();
    }

    private static List<String> allChanges() {
        return SCENE.landscape().products().stream()
                .flatMap(product -> Scene.changes(product).stream())
                .toList();
    }

    /** The run ends by itself, and its connection is free. */
    private static void failsAndIsCaughtUpWith(long run) {
        double counted = failures();
        itIsBack();
        assertThat(SCENE.ended(run).state()).isEqualTo(RunState.FAILED);
        Awaitility.await().atMost(PATIENCE).until(() -> failures() == counted + 1);
        isCaughtUpWith();
    }

    private static double failures() {
        return STAGE.app().getBean(MeterRegistry.class).find("roster.runs").tag("state", "failed").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static void isCaughtUpWith() {
        RunRow next = SCENE.sync();
        assertThat(next.state()).as(String.valueOf(next)).isEqualTo(RunState.COMPLETED);
        assertThat(SCENE.deadLetters()).isEmpty();
        for (SimulatedProduct product : SCENE.landscape().products()) {
            assertThat(Scene.changes(product)).isNotEmpty().doesNotHaveDuplicates();
        }
        SCENE.forgetChanges();
        assertThat(SCENE.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(allChanges()).isEmpty();
    }

    @Test
    @DisplayName("K7 a database that goes while Entra is read ends the run, and nothing is written to a product")
    void whileReading() {
        Cast.people(TENANT, "gus");
        cutWhen(SCENE.graph().server(), PlannedFault.on("GET", "/v1.0/groups"));
        long run = SCENE.start();
        awaitCut();
        assertThat(health()).isEqualTo(Status.DOWN);
        assertThat(allChanges()).isEmpty();
        failsAndIsCaughtUpWith(run);
    }

    @Test
    @DisplayName("K7 a database that goes as changes are kept loses none of them")
    void whileChangesAreKept() {
        Cast.people(TENANT, "hal");
        wire().cutAt("delta_link");
        long run = SCENE.start();
        awaitCut();
        failsAndIsCaughtUpWith(run);
    }

    @Test
    @DisplayName("K7 a database that goes while a plan is carried out: only what is on record is sent")
    void whileWriting() {
        Cast.people(TENANT, "ida");
        Cast.join(TENANT, "team-a", "ida");
        cutWhen(SCENE.jira().server(), PlannedFault.on("POST", "/rest/api/2/user"));
        long run = SCENE.start();
        awaitCut();
        assertThat(Scene.changes(SCENE.jira()))
                .as("what was taken in hand before, and nothing after it")
                .containsExactly("CREATE_USER ida");
        failsAndIsCaughtUpWith(run);
    }

    @Test
    @DisplayName("K7 a run that has lent nothing does not ask who has its targets, nor wait for the answer")
    void whileNothingIsLent() {
        Cast.people(TENANT, "lea");
        wire().cutAt("select * from lent_target");
        long run = SCENE.start();
        assertThat(SCENE.ended(run).state()).isEqualTo(RunState.COMPLETED);
        assertThat(wire().isCut()).isFalse();
        isCaughtUpWith();
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert into audit", "update run_lock", "update run set state"})
    @DisplayName("K7 a database that goes during an approval leaves a plan that can be approved again")
    void duringAnApproval(String words) {
        Cast.people(TENANT, "kit" + words.length());
        RunRow plan = planned();
        wire().cutAt(words);
        assertThatThrownBy(() -> approve(plan)).isInstanceOf(RuntimeException.class);
        assertThat(wire().isCut()).isTrue();
        itIsBack();
        assertThat(allChanges()).isEmpty();
        // Where the lock was taken, it has to run out first.
        Run run = Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> approve(plan), Objects::nonNull);
        STAGE.app().getBean(ProducerTemplate.class).sendBody("seda:approved?waitForTaskToComplete=Never", run);
        assertThat(SCENE.ended(plan.id()).state()).isEqualTo(RunState.COMPLETED);
        isCaughtUpWith();
    }

    private static RunRow planned() {
        Run run = STAGE.app()
                .getBean(Runs.class)
                .open(new RunRequest(SCENE.connection(), Run.Mode.PLAN, false, List.of(), "api", null));
        STAGE.app().getBean(ProducerTemplate.class).sendBody("seda:runs?waitForTaskToComplete=Never", run);
        RunRow row = SCENE.ended(run.id());
        assertThat(row.state()).isEqualTo(RunState.COMPLETED);
        return row;
    }

    private static Run approve(RunRow plan) {
        return STAGE.app().getBean(RunControl.class).approve(plan.id(), SOMEBODY);
    }

    @Test
    @DisplayName("K8 a run that gets no connection to the database ends in bounded time, and its connection is free")
    void aPoolThatIsUsedUp() throws Exception {
        Cast.people(TENANT, "jon");
        List<Connection> held = new ArrayList<>();
        SCENE.graph().server().plan(PlannedFault.changed(PlannedFault.on("GET", "/v1.0/groups"), 1, answer -> {
            useUp(held);
            return answer;
        }));
        long run = SCENE.start();
        awaitTheRoute();
        for (Connection connection : held) {
            connection.close();
        }
        failsAndIsCaughtUpWith(run);
    }

    private static void useUp(List<Connection> held) {
        try {
            while (held.size() < pool().getMaximumPoolSize()) {
                held.add(pool().getConnection());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
