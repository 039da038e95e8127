package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.run.RunControl;
import dev.roster.store.Actor;
import dev.roster.store.Database;
import dev.roster.store.Run;
import dev.roster.store.RunState;
import dev.roster.store.RunTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.AdviceWith;
import org.junit.jupiter.api.Test;

/** Products have nothing to do with each other when they are planned; targets with one product do. */
class PlannedSideBySideTest {

    private final Set<String> planning = new HashSet<>();
    private final List<Set<String>> atOnce = new ArrayList<>();

    @Test
    void aServerPlansProductsAtOnceAndTwinsOneAfterTheOther() throws Exception {
        try (Stage stage = twins(Database.POSTGRESQL)) {
            Scene scene = stage.scene("twins");
            advise(stage, exchange -> {
                begin(exchange);
                await().atMost(Duration.ofSeconds(30)).until(this::sawThreeAtOnce);
            });

            assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);

            assertThat(atOnce).noneMatch(targets -> targets.containsAll(Set.of("jira", "jira-2")));
            oneOfTheTwinsHasEverybody(scene);
        }
    }

    @Test
    void aDatabaseInTheProcessPlansOneAfterTheOther() throws Exception {
        try (Stage stage = twins(Database.HSQLDB)) {
            Scene scene = stage.scene("twins");
            advise(stage, this::begin);

            assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);

            assertThat(atOnce).hasSize(4).allMatch(targets -> targets.size() == 1);
            oneOfTheTwinsHasEverybody(scene);
        }
    }

    @Test
    void whoStopsARunStopsThePlansToCome() throws Exception {
        try (Stage stage = twins(Database.HSQLDB)) {
            Scene scene = stage.scene("twins");
            advise(stage, exchange -> {
                begin(exchange);
                long run = exchange.getVariable("run", Run.class).id();
                stage.app().getBean(RunControl.class).stop(run, new Actor("somebody", "test"));
            });

            assertThat(scene.sync().state()).isEqualTo(RunState.STOPPED);

            assertThat(atOnce).hasSize(1);
        }
    }

    private static Stage twins(Database database) {
        Stage stage = Stage.empty()
                .withProperty("spring.datasource.url", database.fresh())
                .withProperty("spring.datasource.username", database.user())
                .withProperty("spring.datasource.password", "");
        Scene scene = stage.scene("twins", Landscape.start(Cast.six())).with("groups.include", "team-.*");
        scene.twin("jira", "jira-2");
        return stage;
    }

    private void advise(Stage stage, Processor first) throws Exception {
        AdviceWith.adviceWith(stage.app().getBean(CamelContext.class), "plan-target", route -> {
            route.weaveAddFirst().process(first);
            route.weaveAddLast().process(this::end);
        });
    }

    private synchronized void begin(Exchange exchange) {
        planning.add(target(exchange));
        atOnce.add(Set.copyOf(planning));
    }

    private synchronized void end(Exchange exchange) {
        planning.remove(target(exchange));
    }

    private synchronized boolean sawThreeAtOnce() {
        return atOnce.stream().anyMatch(targets -> targets.size() == 3);
    }

    private static String target(Exchange exchange) {
        return exchange.getVariable("target", RunTarget.class).settings().name();
    }

    private static void oneOfTheTwinsHasEverybody(Scene scene) {
        assertThat(List.of(decision(scene, "jira"), decision(scene, "jira-2"))).containsOnlyOnce("claimed");
    }

    private static String decision(Scene scene, String target) {
        return scene.decisions(target).get("ann@example.com");
    }
}
