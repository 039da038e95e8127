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

    private static final int PEOPLE = 30;

    /** Few enough that any machine sends more. */
    private static final int PER_SECOND = 5;

    /** As the settings have it when nothing is said. */
    private static final int IN_FLIGHT = 4;

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

    /** Refuses every tenth request, twice, and remembers when which came. */
    private record Busy(List<Instant> arrived, List<Instant> refused) {

        static Busy busy(SimulatedProduct product, SimulatedAnswer refusal) {
            Busy busy = new Busy(new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
            product.server().plan(PlannedFault.answer(request -> busy.refuses(), Integer.MAX_VALUE, refusal));
            return busy;
        }

        private synchronized boolean refuses() {
            Instant now = Instant.now();
            arrived.add(now);
            boolean refuses = refused.size() < 2 && arrived.size() % 10 == 0;
            if (refuses) {
                refused.add(now);
            }
            return refuses;
        }

        long arrivedWithin(Duration time, Instant refusal) {
            return arrived.stream()
                    .filter(at -> at.isAfter(refusal) && at.isBefore(refusal.plus(time)))
                    .count();
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
        scene.jira().switches().rateLimit(10, PER_SECOND);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        allAreThere(scene, scene.jira());
        assertThat(refused(scene.jira())).isLessThan(IN_FLIGHT);
        assertThat(pace("jira.jira")).isBetween(1.0, 4.0 * PER_SECOND);
    }

    @Test
    @DisplayName("P10 a product that only refuses gets fewer requests, and all of them in the end")
    void aProductThatOnlyRefuses() {
        Scene scene = STAGE.scene("bitbucket");
        scene.bitbucket().switches().rateLimit(10, PER_SECOND);
        long run = scene.start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> slowedTo(run).containsKey("bitbucket"));
        assertThat(slowedTo(run).get("bitbucket")).isBetween(1.0, 40.0);
        assertThat(scene.ended(run).state()).isEqualTo(RunState.COMPLETED);
        allAreThere(scene, scene.bitbucket());
        assertThat(refused(scene.bitbucket())).isBetween(1L, (long) PEOPLE / 2);
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
        // Slow enough that nobody sends two requests before the refusal is there.
        scene.confluence().server().answerAfter(Duration.ofMillis(300));
        Busy busy =
                Busy.busy(scene.confluence(), SimulatedAnswer.json(503, "{}").with("Retry-After", "2"));
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        allAreThere(scene, scene.confluence());
        assertThat(busy.refused())
                .hasSize(2)
                .as("but for those of the others that leave before the answer comes")
                .allSatisfy(at -> assertThat(busy.arrivedWithin(Duration.ofSeconds(2), at))
                        .isLessThan(IN_FLIGHT));
        assertThat(pace("confluence.confluence")).isPositive();
    }

    private static long refused(SimulatedProduct product) {
        return product.server().exchanges().stream()
                .filter(exchange -> exchange.answer().status() == 429)
                .count();
    }
}
