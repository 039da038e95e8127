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
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.overview.RunViews;
import dev.roster.store.RunState;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Products that take fewer requests than the settings allow get fewer, and lose none. */
class ThrottlingTest {

    private static final int PEOPLE = 100;
    private static final Stage STAGE = Stage.empty();

    @BeforeAll
    static void scenes() {
        STAGE.withProperty("retry.delay", "200");
        for (String name : List.of("jira", "bitbucket", "confluence")) {
            SimulatedTenant tenant = Cast.nobody();
            for (int i = 0; i < PEOPLE; i++) {
                Cast.people(tenant, "p" + i);
            }
            Cast.group(tenant, "team-a", "p1");
            Scene scene = STAGE.scene(
                            name,
                            Landscape.start(tenant, JiraVersion.V11, ConfluenceVersion.V10_0, BitbucketVersion.V10))
                    .with("groups.include", "team-.*");
            List.of("jira", "bitbucket", "confluence").stream()
                    .filter(target -> !target.equals(name))
                    .forEach(scene::without);
        }
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    /** Refuses what comes faster than so many in a quarter of a second, and remembers when that was. */
    private record Busy(int most, List<Instant> arrived, List<Instant> refused) {

        private static final Duration WINDOW = Duration.ofMillis(250);

        static Busy busy(SimulatedProduct product, int most, SimulatedAnswer refusal) {
            Busy busy = new Busy(most, new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
            product.server().plan(PlannedFault.answer(request -> busy.refuses(), Integer.MAX_VALUE, refusal));
            return busy;
        }

        private synchronized boolean refuses() {
            Instant now = Instant.now();
            arrived.add(now);
            boolean refuses =
                    arrived.stream().filter(now.minus(WINDOW)::isBefore).count() > most;
            if (refuses) {
                refused.add(now);
            }
            return refuses;
        }

        boolean anyBetween(Instant refusal, Duration from, Duration until) {
            return arrived.stream().anyMatch(at -> at.isAfter(refusal.plus(from)) && at.isBefore(refusal.plus(until)));
        }
    }

    private static double pace(String service) {
        return STAGE.app()
                .getBean(MeterRegistry.class)
                .get("roster.requests.pace")
                .tag("service", service)
                .gauge()
                .value();
    }

    private static void allAreThere(Scene scene, SimulatedProduct product) {
        assertThat(scene.deadLetters()).isEmpty();
        assertThat(product.directory().accountCount()).isEqualTo(PEOPLE + 1);
    }

    @Test
    @DisplayName("P10 a bucket that is told of is not emptied: Jira refuses nothing, or close to it")
    void aBucketThatIsToldOf() {
        Scene scene = STAGE.scene("jira");
        scene.jira().switches().rateLimit(20, 30);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        allAreThere(scene, scene.jira());
        assertThat(refused(scene.jira())).isLessThan(5);
        assertThat(pace("jira.jira")).isBetween(1.0, 45.0);
    }

    @Test
    @DisplayName("P10 a product that only refuses gets fewer requests, and all of them in the end")
    void aProductThatOnlyRefuses() {
        Scene scene = STAGE.scene("bitbucket");
        scene.bitbucket().switches().rateLimit(20, 20);
        long run = scene.start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> slowedTo(run).containsKey("bitbucket"));
        assertThat(slowedTo(run).get("bitbucket")).isBetween(1.0, 80.0);
        assertThat(scene.ended(run).state()).isEqualTo(RunState.COMPLETED);
        allAreThere(scene, scene.bitbucket());
        assertThat(refused(scene.bitbucket())).isBetween(1L, PEOPLE / 4L);
        assertThat(pace("bitbucket.bitbucket")).isPositive();
        assertThat(slowedTo(run)).isEmpty();
    }

    private static Map<String, Double> slowedTo(long run) {
        return STAGE.app()
                .getBean(RunViews.class)
                .find(run)
                .orElseThrow()
                .progress()
                .slowedTo();
    }

    @Test
    @DisplayName("P10 a product that is too busy gets nothing before its Retry-After has passed, then less")
    void aProductThatIsTooBusy() {
        Scene scene = STAGE.scene("confluence");
        Busy busy =
                Busy.busy(scene.confluence(), 6, SimulatedAnswer.json(503, "{}").with("Retry-After", "1"));
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        allAreThere(scene, scene.confluence());
        assertThat(busy.refused()).hasSizeBetween(1, PEOPLE / 4);
        // Those that were under way when the answer came have arrived by then.
        assertThat(busy.refused()).noneMatch(at -> busy.anyBetween(at, Duration.ofMillis(400), Duration.ofMillis(950)));
    }

    private static long refused(SimulatedProduct product) {
        return product.server().exchanges().stream()
                .filter(exchange -> exchange.answer().status() == 429)
                .count();
    }
}
