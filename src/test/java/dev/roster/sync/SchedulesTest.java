package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedServer;
import dev.roster.run.RunControl;
import dev.roster.run.RunQueue;
import dev.roster.run.RunRequest;
import dev.roster.store.Actor;
import dev.roster.store.Run;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import dev.roster.store.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs that are due at the same time, or while another one is at work. */
class SchedulesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String SYNC = "sync by schedule";
    private static final String RECONCILE = "reconcile by reconcile";
    private static final Stage STAGE = Stage.empty();

    @BeforeAll
    static void scenes() {
        for (String name : List.of(
                "together", "follows", "gives-way", "once", "plans", "part", "approved", "stopped", "by-hand")) {
            scene(STAGE, name).with("schedule.reconcile-cron", "0 30 5 1 1 ? 2099");
        }
        STAGE.scene("together").with("schedule.time-zone", "Europe/Berlin");
        STAGE.scene("approved")
                .with("limits.first-run", "approve")
                .landscape()
                .products()
                .forEach(product -> product.directory().seed().user("old", "Old", "old@example.com"));
    }

    private static Scene scene(Stage stage, String name) {
        return stage.scene(name, Landscape.start(Cast.six()))
                .with("groups.include", "team-.*")
                .with("schedule.cron", "");
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    /** A service that does not answer its next request until it may. */
    private record Held(CountDownLatch reached, CountDownLatch released) {

        static Held at(SimulatedServer server) {
            Held held = new Held(new CountDownLatch(1), new CountDownLatch(1));
            server.plan(PlannedFault.changed(any -> true, 1, held::hold));
            return held;
        }

        private SimulatedAnswer hold(SimulatedAnswer answer) {
            reached.countDown();
            await(released);
            return answer;
        }

        Held reach() {
            await(reached);
            return this;
        }

        void release() {
            released.countDown();
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(90, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** As the schedule's route does it. */
    private static void due(Stage stage, String connection, String kind, @Nullable String at) {
        stage.app().getBean(ProducerTemplate.class).send("direct:scheduled", exchange -> {
            exchange.setVariable("trigger", kind);
            exchange.getMessage().setBody(connection);
            if (at != null) {
                exchange.getMessage().setHeader("scheduledFireTime", Date.from(Instant.parse(at)));
            }
        });
    }

    private static void due(Scene scene, String kind) {
        due(STAGE, scene.connection(), kind, null);
    }

    private static long start(Scene scene, Run.Mode mode, boolean reconcile, String... targets) {
        return STAGE.app()
                .getBean(RunQueue.class)
                .start(new RunRequest(scene.connection(), mode, reconcile, List.of(targets), "api", null));
    }

    /** The connection's runs, the first one first, when none is at work and none follows. */
    private static List<RunRow> runs(Stage stage, String connection) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> idle(stage, connection) && none(stage, "run", "carry-out") && idle(stage, connection));
        List<RunRow> runs = new ArrayList<>(rows(stage, connection));
        Collections.reverse(runs);
        return runs;
    }

    private static List<RunRow> rows(Stage stage, String connection) {
        return stage.app().getBean(RunRows.class).latest(connection, null, 50);
    }

    private static boolean idle(Stage stage, String connection) {
        return rows(stage, connection).stream().noneMatch(row -> row.state().working());
    }

    private static boolean none(Stage stage, String... routes) {
        CamelContext camel = stage.app().getBean(CamelContext.class);
        return List.of(routes).stream()
                .allMatch(route -> camel.getInflightRepository().size(route) == 0);
    }

    private static List<String> kinds(Stage stage, String connection) {
        return runs(stage, connection).stream().map(SchedulesTest::kind).toList();
    }

    private static List<String> kinds(Scene scene) {
        return kinds(STAGE, scene.connection());
    }

    private static String kind(RunRow row) {
        return (row.reconcile() ? "reconcile by " : "sync by ") + row.trigger();
    }

    @Test
    void aReconcileThatIsDueTogetherWithASyncTakesItsPlace() {
        due(STAGE, "together", "sync", "2099-01-01T05:30:00Z");
        assertThat(kinds(STAGE, "together")).containsExactly(SYNC);
        due(STAGE, "together", "sync", "2099-01-01T04:30:00.250Z");
        assertThat(kinds(STAGE, "together")).as("half past five in Berlin").containsExactly(SYNC, RECONCILE);
    }

    @Test
    void aReconcileThatIsDueWhileASyncIsAtWorkFollowsItOnce() {
        Scene scene = STAGE.scene("follows");
        STAGE.app();
        Held held = Held.at(scene.graph().server());
        due(scene, "sync");
        held.reach();
        due(scene, "reconcile");
        due(scene, "sync");
        due(scene, "reconcile");
        assertThat(rows(STAGE, "follows")).hasSize(1);
        held.release();
        assertThat(kinds(scene)).containsExactly(SYNC, RECONCILE);
        due(scene, "sync");
        assertThat(kinds(scene)).containsExactly(SYNC, RECONCILE, SYNC);
    }

    @Test
    void aSyncThatIsDueWhileAnotherRunIsAtWorkGivesWay() {
        Scene scene = STAGE.scene("gives-way");
        STAGE.app();
        Held held = Held.at(scene.graph().server());
        due(scene, "sync");
        held.reach();
        due(scene, "sync");
        held.release();
        assertThat(kinds(scene)).containsExactly(SYNC);
    }

    @Test
    void aReconcileThatIsDueWhileOneIsAtWorkIsThatOne() {
        Scene scene = STAGE.scene("once");
        STAGE.app();
        Held held = Held.at(scene.graph().server());
        due(scene, "reconcile");
        held.reach();
        due(STAGE, "once", "sync", "2099-01-01T05:30:00Z");
        due(scene, "reconcile");
        held.release();
        assertThat(kinds(scene)).containsExactly(RECONCILE);
    }

    @Test
    void aReconcileThatOnlyPlansIsNone() {
        Scene scene = STAGE.scene("plans");
        STAGE.app();
        Held held = Held.at(scene.graph().server());
        start(scene, Run.Mode.PLAN, true);
        held.reach();
        due(scene, "reconcile");
        held.release();
        assertThat(kinds(scene)).containsExactly("reconcile by api", RECONCILE);
    }

    @Test
    void aReconcileOfOneTargetIsNotTheWholeOne() {
        Scene scene = STAGE.scene("part");
        STAGE.app();
        Held held = Held.at(scene.graph().server());
        start(scene, Run.Mode.SYNC, true, "jira");
        held.reach();
        due(scene, "reconcile");
        held.release();
        assertThat(kinds(scene)).containsExactly("reconcile by api", RECONCILE);
    }

    @Test
    void aReconcileFollowsAPlanThatHadWaited() {
        Scene scene = STAGE.scene("approved");
        RunRow waiting = scene.reconcile();
        assertThat(waiting.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        Held held = Held.at(scene.jira().server());
        STAGE.app().getBean(RunQueue.class).approve(waiting.id(), new Actor("somebody", "test"));
        held.reach();
        due(scene, "reconcile");
        held.release();
        assertThat(kinds(scene)).containsExactly("reconcile by api", RECONCILE);
        assertThat(scene.ended(waiting.id()).state()).isEqualTo(RunState.COMPLETED);
    }

    /** Whoever stops a run wants quiet; the next time something is due, it is the reconcile. */
    @Test
    void nothingFollowsARunThatWasStopped() {
        Scene scene = STAGE.scene("stopped");
        stopWhileAReconcileIsDue(scene);
        assertThat(runs(STAGE, "stopped")).extracting(RunRow::state).containsExactly(RunState.STOPPED);
        due(scene, "sync");
        assertThat(kinds(scene)).containsExactly(SYNC, RECONCILE);
    }

    private static void stopWhileAReconcileIsDue(Scene scene) {
        STAGE.app();
        Held held = Held.at(scene.graph().server());
        due(scene, "sync");
        held.reach();
        due(scene, "reconcile");
        long run = rows(STAGE, scene.connection()).get(0).id();
        STAGE.app().getBean(RunControl.class).stop(run, new Actor("somebody", "test"));
        held.release();
    }

    @Test
    void aReconcileByHandIsTheOneThatWasAwaited() {
        Scene scene = STAGE.scene("by-hand");
        stopWhileAReconcileIsDue(scene);
        assertThat(kinds(scene)).containsExactly(SYNC);
        start(scene, Run.Mode.SYNC, true);
        assertThat(kinds(scene)).containsExactly(SYNC, "reconcile by api");
    }

    @Test
    void aReconcileIsAwaitedOverARestart() {
        try (Stage stage = Stage.empty()) {
            Scene scene = scene(stage, "kept").with("schedule.reconcile-cron", "");
            stage.app();
            Held held = Held.at(scene.graph().server());
            due(stage, "kept", "sync", null);
            held.reach();
            due(stage, "kept", "reconcile", null);
            stage.app()
                    .getBean(RunControl.class)
                    .stop(rows(stage, "kept").get(0).id(), new Actor("somebody", "test"));
            held.release();
            assertThat(kinds(stage, "kept")).containsExactly(SYNC);
            stage.restart();
            due(stage, "kept", "sync", null);
            assertThat(kinds(stage, "kept")).containsExactly(SYNC, RECONCILE);
        }
    }

    /** Both are due each second; where the one that reconciles is stopped, each sync is a reconcile. */
    @Test
    void theScheduleSaysForWhenARunWasDue() throws Exception {
        try (Stage stage = Stage.empty()) {
            scene(stage, "clock").with("schedule.cron", "* * * * * ?").with("schedule.reconcile-cron", "* * * * * ?");
            CamelContext camel = stage.app().getBean(CamelContext.class);
            camel.getRouteController().stopRoute("schedule-clock-reconcile");
            int before = rows(stage, "clock").size();
            Awaitility.await().atMost(PATIENCE).until(() -> rows(stage, "clock").size() > before + 2);
            camel.getRouteController().stopRoute("schedule-clock-sync");
            assertThat(kinds(stage, "clock")).containsOnly(RECONCILE);
        }
    }
}
