package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.BitbucketVersion;
import dev.roster.demo.product.ConfluenceVersion;
import dev.roster.demo.product.JiraVersion;
import dev.roster.overview.RunViews;
import dev.roster.run.RunControl;
import dev.roster.store.Actor;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When requests leave: not while a service wants to be left alone, not after a stop, not for ever to one that is down. */
class PaceTest {

    private static final int PEOPLE = 40;
    private static final int FOR_GOOD = Integer.MAX_VALUE;
    private static final Stage STAGE = Stage.empty();

    @BeforeAll
    static void scenes() {
        for (String name : List.of("throttled", "stopped", "reading", "down")) {
            SimulatedTenant tenant = Cast.nobody();
            for (int i = 0; i < PEOPLE; i++) {
                Cast.people(tenant, "p" + i);
            }
            Cast.group(tenant, "team-a", "p1");
            STAGE.scene(name, Landscape.start(tenant, JiraVersion.V11, ConfluenceVersion.V10_0, BitbucketVersion.V10))
                    .with("groups.include", "team-.*");
        }
        STAGE.scene("limited", Landscape.start(Cast.six()))
                .without("confluence")
                .without("bitbucket")
                .with("targets.jira.max-requests-per-second", "3");
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static void answerCreations(Scene scene, int times, SimulatedAnswer answer) {
        scene.jira().server().plan(PlannedFault.answer(PlannedFault.on("POST", "/rest/api/2/user"), times, answer));
    }

    @Test
    void oneAnswerThatAsksForAWaitHoldsBackEveryRequestToThatService() {
        Scene scene = STAGE.scene("throttled");
        List<Instant> arrived = new CopyOnWriteArrayList<>();
        AtomicReference<Instant> asked = new AtomicReference<>();
        // Slow enough that most creations are still to come when the first has been throttled.
        scene.jira().server().answerAfter(Duration.ofMillis(300));
        scene.jira()
                .server()
                .plan(PlannedFault.answer(
                        request -> {
                            if (request.method().equals("POST") && asked.get() != null) {
                                arrived.add(Instant.now());
                            }
                            return request.rawPath().endsWith("/rest/api/2/user")
                                    && request.method().equals("POST");
                        },
                        1,
                        () -> {
                            asked.set(Instant.now());
                            return SimulatedAnswer.json(429, "{}").with("Retry-After", "3");
                        }));
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        Instant soon = asked.get().plusMillis(1500); // What was under way when the answer came has arrived by then.
        Instant later = asked.get().plusMillis(2900);
        assertThat(arrived)
                .filteredOn(at -> at.isAfter(soon) && at.isBefore(later))
                .isEmpty();
        assertThat(arrived).filteredOn(at -> at.isAfter(later)).hasSizeGreaterThan(PEOPLE / 4);
    }

    @Test
    @DisplayName("P10 those that have waited together leave no faster than the settings allow")
    void whoHasWaitedLeavesAtThePaceOfTheSettings() {
        Scene scene = STAGE.scene("limited");
        List<Instant> arrived = new CopyOnWriteArrayList<>();
        AtomicReference<Instant> over = new AtomicReference<>(Instant.MAX);
        scene.jira()
                .server()
                .plan(PlannedFault.answer(
                        request -> {
                            if (Instant.now().isAfter(over.get())) {
                                arrived.add(Instant.now());
                            }
                            return request.rawPath().endsWith("/rest/api/2/user")
                                    && request.method().equals("POST");
                        },
                        1,
                        () -> {
                            over.set(Instant.now().plusSeconds(2));
                            // A fault, which no lower pace would mend: that of the settings counts.
                            return SimulatedAnswer.json(500, "{}").with("Retry-After", "2");
                        }));
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(arrived).hasSizeGreaterThan(3);
        assertThat(arrived.get(3)).isAfter(over.get().plusMillis(900));
    }

    @Test
    void aRunThatWaitsForAServiceSaysUntilWhenAndStopsAtOnce() {
        Scene scene = STAGE.scene("stopped");
        answerCreations(scene, FOR_GOOD, SimulatedAnswer.json(429, "{}").with("Retry-After", "600"));
        long run = scene.start();
        RunViews views = STAGE.app().getBean(RunViews.class);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> views.find(run).orElseThrow().progress().waitingUntil() != null);
        assertThat(views.find(run).orElseThrow().progress().waitingUntil())
                .isAfter(Instant.now().plusSeconds(300));
        STAGE.app().getBean(RunControl.class).stop(run, new Actor("somebody", "test"));
        RunRow stopped = scene.ended(run); // Much sooner than the ten minutes that Jira asked for.
        assertThat(stopped.state()).isEqualTo(RunState.STOPPED);
        assertThat(scene.operations(stopped))
                .filteredOn(operation ->
                        operation.target().equals("jira") && operation.status().equals("skipped"))
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(operation.reason()).isEqualTo("not-tried"));
        assertThat(scene.deadLetters()).isEmpty();
    }

    @Test
    @DisplayName("G1 a process that is started anew leaves a service alone as long as the old one was asked to")
    void aWaitIsKeptOverARestart() {
        try (Stage stage = Stage.on(Landscape.start(Cast.six())).with("groups.include", "team-.*")) {
            Scene scene = stage.scene(Landscape.CONNECTION);
            answerCreations(scene, FOR_GOOD, SimulatedAnswer.json(429, "{}").with("Retry-After", "600"));
            waitsAndIsStopped(stage, scene);
            stage.restart();
            scene.jira().server().forgetFaults();
            int before = scene.jira().server().exchanges().size();
            waitsAndIsStopped(stage, scene);
            assertThat(scene.jira().server().exchanges()).hasSize(before);
        }
    }

    private static void waitsAndIsStopped(Stage stage, Scene scene) {
        long run = scene.start();
        RunViews views = stage.app().getBean(RunViews.class);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> views.find(run).orElseThrow().progress().waitingUntil() != null);
        stage.app().getBean(RunControl.class).stop(run, new Actor("somebody", "test"));
        assertThat(scene.ended(run).state()).isEqualTo(RunState.STOPPED);
    }

    @Test
    @DisplayName("U7 a run that reads and waits for Graph stops at once, too")
    void aRunThatReadsStopsAtOnce() {
        Scene scene = STAGE.scene("reading");
        scene.graph()
                .server()
                .plan(PlannedFault.answer(
                        PlannedFault.on("GET", "/v1.0/groups"),
                        FOR_GOOD,
                        SimulatedAnswer.json(429, "{}").with("Retry-After", "600")));
        long run = scene.start();
        RunViews views = STAGE.app().getBean(RunViews.class);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> views.find(run).orElseThrow().progress().waitingUntil() != null);
        STAGE.app().getBean(RunControl.class).stop(run, new Actor("somebody", "test"));
        assertThat(scene.ended(run).state()).isEqualTo(RunState.STOPPED);
        assertThat(scene.jira().directory().accountCount()).isEqualTo(1);
    }

    @Test
    void aServiceThatIsDownIsGivenUpAfterTwentyOperationsInARow() {
        Scene scene = STAGE.scene("down");
        answerCreations(scene, FOR_GOOD, SimulatedAnswer.connectionLost());
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        List<Scene.Operation> creations = scene.operations(run).stream()
                .filter(operation ->
                        operation.target().equals("jira") && operation.kind().equals("create-user"))
                .toList();
        assertThat(creations).hasSize(PEOPLE);
        // Those that were under way when the twentieth failed may fail, too.
        assertThat(creations)
                .filteredOn(operation -> operation.status().equals("dead"))
                .hasSizeBetween(20, 23);
        assertThat(creations)
                .filteredOn(operation -> !operation.status().equals("dead"))
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(operation.reason()).isEqualTo("not-tried"));
        assertThat(scene.confluence().directory().accountCount()).isEqualTo(PEOPLE + 1);

        scene.jira().server().forgetFaults();
        assertThat(scene.sync().state()).isIn(RunState.COMPLETED, RunState.COMPLETED_WITH_ERRORS);
        assertThat(scene.jira().directory().accountCount()).isGreaterThanOrEqualTo(PEOPLE - 23);
    }
}
