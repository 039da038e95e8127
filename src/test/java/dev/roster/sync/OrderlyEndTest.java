package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.SimulatedServer;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import dev.roster.store.RunState;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The program ends in the middle of a run: the run is stopped, and the next one goes on at once. */
class OrderlyEndTest {

    private static final int PEOPLE = 40;
    private static final int FOR_GOOD = Integer.MAX_VALUE;

    /** Seconds, many more than the end may take; a wait of half a minute would hold after the next start, too. */
    private static final String SHORT = "25";

    private static final Stage STAGE = Stage.empty();
    private static final Map<Middle, RunRow> ENDED = new EnumMap<>(Middle.class);
    private static final Map<Middle, RunRow> NEXT = new EnumMap<>(Middle.class);

    /** Where the run is when the program ends: at this service, whose answer takes its time. */
    enum Middle {
        READING(
                scene -> scene.graph().server(),
                at -> PlannedFault.slow(at, 1, Duration.ofSeconds(1)),
                PlannedFault.on("GET", "/v1.0/groups")),
        /** For longer than Camel waits. */
        READING_WHAT_HANGS(
                scene -> scene.graph().server(),
                at -> PlannedFault.slow(at, 1, Duration.ofSeconds(20)),
                PlannedFault.on("GET", "/v1.0/groups")),
        WAITING_FOR_GRAPH(
                scene -> scene.graph().server(),
                at -> PlannedFault.answer(
                        at, FOR_GOOD, SimulatedAnswer.json(429, "{}").with("Retry-After", SHORT)),
                PlannedFault.on("GET", "/v1.0/users/delta")),
        LOOKING(
                scene -> scene.confluence().server(),
                at -> PlannedFault.slow(at, 1, Duration.ofSeconds(1)),
                PlannedFault.on("GET", "/rest/api/group")),
        APPLYING(
                scene -> scene.jira().server(),
                at -> PlannedFault.slow(at, 4, Duration.ofSeconds(1)),
                PlannedFault.on("POST", "/rest/api/2/user")),
        WAITING_FOR_JIRA(
                scene -> scene.jira().server(),
                at -> PlannedFault.answer(
                        at, FOR_GOOD, SimulatedAnswer.json(429, "{}").with("Retry-After", SHORT)),
                PlannedFault.on("POST", "/rest/api/2/user"));

        final Function<Scene, SimulatedServer> server;
        final Function<Predicate<SimulatedRequest>, PlannedFault> trouble;
        final Predicate<SimulatedRequest> at;
        final CountDownLatch reached = new CountDownLatch(1);

        Middle(
                Function<Scene, SimulatedServer> server,
                Function<Predicate<SimulatedRequest>, PlannedFault> trouble,
                Predicate<SimulatedRequest> at) {
            this.server = server;
            this.trouble = trouble;
            this.at = at;
        }

        Scene scene() {
            return STAGE.scene(name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }

        void plan() {
            server.apply(scene()).plan(trouble.apply(request -> {
                boolean here = at.test(request);
                if (here) {
                    reached.countDown();
                }
                return here;
            }));
        }
    }

    @BeforeAll
    static void endInTheMiddleAndGoOn() throws InterruptedException {
        for (Middle middle : Middle.values()) {
            SimulatedTenant tenant = Cast.nobody();
            for (int i = 0; i < PEOPLE; i++) {
                Cast.people(tenant, "p" + i);
            }
            Cast.group(tenant, "team-a", "p1");
            STAGE.scene(middle.name().toLowerCase(Locale.ROOT).replace('_', '-'), Landscape.start(tenant))
                    .with("groups.include", "team-.*");
            middle.plan();
        }
        Map<Middle, Long> runs = new EnumMap<>(Middle.class);
        for (Middle middle : Middle.values()) {
            runs.put(middle, middle.scene().start());
        }
        for (Middle middle : Middle.values()) {
            assertThat(middle.reached.await(60, TimeUnit.SECONDS))
                    .as(middle.name())
                    .isTrue();
        }
        STAGE.restart();
        RunRows rows = STAGE.app().getBean(RunRows.class);
        for (Middle middle : Middle.values()) {
            ENDED.put(middle, rows.find(Kept.in(runs, middle)).orElseThrow());
            middle.server.apply(middle.scene()).forgetFaults();
            NEXT.put(middle, middle.scene().sync());
        }
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @ParameterizedTest
    @EnumSource
    void theRunIsStopped(Middle middle) {
        assertThat(Kept.in(ENDED, middle).state()).isEqualTo(RunState.STOPPED);
        assertThat(Kept.in(ENDED, middle).message()).isEqualTo("the program ended");
    }

    @ParameterizedTest
    @EnumSource
    void theNextOneGoesOnAtOnceAndDoesNothingTwice(Middle middle) {
        assertThat(Kept.in(NEXT, middle).state())
                .as(String.valueOf(Kept.in(NEXT, middle)))
                .isEqualTo(RunState.COMPLETED);
        for (SimulatedProduct product : middle.scene().landscape().products()) {
            assertThat(product.directory().accountCount()).isEqualTo(PEOPLE + 1);
            assertThat(Scene.changes(product)).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatWasUnderWayIsWrittenDownAndTheRestIsNotSent() {
        List<Scene.Operation> creations = Middle.APPLYING.scene().operations(Kept.in(ENDED, Middle.APPLYING)).stream()
                .filter(operation ->
                        operation.target().equals("jira") && operation.kind().equals("create-user"))
                .toList();

        assertThat(creations).hasSize(PEOPLE);
        assertThat(creations)
                .filteredOn(operation -> operation.status().equals("done"))
                .isNotEmpty();
        assertThat(creations)
                .filteredOn(operation -> !operation.status().equals("done"))
                .isNotEmpty()
                .allSatisfy(operation -> {
                    assertThat(operation.status()).isEqualTo("skipped");
                    assertThat(operation.reason()).isEqualTo("not-tried");
                    assertThat(operation.attempts()).isZero();
                });
    }
}
