package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.graph.TenantOfSize;
import dev.roster.store.Run;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import dev.roster.store.RunTarget;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** While one portion of operations is recorded, the next is on its way already; but not to a product that keeps failing. */
class SideBySideTest {

    private static final int PORTION = 500;

    private static final Predicate<SimulatedRequest> JOINS = PlannedFault.on("POST", "/rest/api/2/group/user");

    private static final Stage STAGE = Stage.empty().withProperty("retry.times", "0");

    @BeforeAll
    static void scenes() throws Exception {
        for (String name : List.of("well", "failing")) {
            STAGE.scene(name, Landscape.start(TenantOfSize.of(200, 10, 6, 11))).with("groups.include", "team-.*");
        }
        AdviceWith.adviceWith(
                STAGE.app().getBean(CamelContext.class),
                "record",
                route -> route.weaveAddFirst().process(SideBySideTest::waitForTheNext));
    }

    /** Jira's first memberships are not recorded before one of those after them has arrived there. */
    private static void waitForTheNext(Exchange exchange) {
        Scene well = STAGE.scene("well");
        List<?> ended = exchange.getVariable("ended", List.class);
        String connection = exchange.getVariable("run", Run.class).connection().name();
        String target =
                exchange.getVariable("target", RunTarget.class).settings().name();
        if (connection.equals("well") && target.equals("jira") && ended.size() == PORTION) {
            await().atMost(Duration.ofSeconds(30)).until(() -> joins(well) > PORTION);
        }
    }

    private static long joins(Scene scene) {
        return scene.jira().server().exchanges().stream()
                .filter(exchange -> JOINS.test(exchange.request()))
                .count();
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @Test
    @DisplayName("the next portion is sent while one is recorded")
    void isSentWhileRecorded() {
        Scene scene = STAGE.scene("well");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(joins(scene)).isEqualTo(1200);
    }

    @Test
    @DisplayName("of a product that keeps failing, what is in hand already is not sent")
    void notToAProductThatKeepsFailing() {
        Scene scene = STAGE.scene("failing");
        AtomicInteger count = new AtomicInteger();
        scene.jira()
                .server()
                .plan(PlannedFault.answer(
                        request -> JOINS.test(request) && count.incrementAndGet() % 3 != 0,
                        Integer.MAX_VALUE,
                        SimulatedAnswer.json(500, "{}")));
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(joins(scene)).isEqualTo(PORTION);
        assertThat(scene.operations(run))
                .filteredOn(operation -> operation.target().equals("jira") && "not-tried".equals(operation.reason()))
                .hasSize(1200 - PORTION)
                .allSatisfy(operation -> assertThat(operation.status()).isEqualTo("skipped"));
        assertThat(run.done()).isEqualTo(run.total());
    }
}
