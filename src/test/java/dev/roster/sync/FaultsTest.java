package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.BitbucketVersion;
import dev.roster.demo.product.ConfluenceVersion;
import dev.roster.demo.product.JiraVersion;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kind of trouble once at every endpoint. The endpoints are those that a clean sync was seen to use; in the end
 * everything has to be as after that one.
 */
class FaultsTest {

    private static final Stage STAGE =
            Stage.empty().withProperty("http.response-timeout", "1500").withProperty("confluence.task-delay", "20");
    private static final int ROUNDS = 3;

    private static final Map<Trouble, Course> TROUBLED = new EnumMap<>(Trouble.class);
    private static Course clean;

    /** One connection through all rounds. */
    private static final class Course {
        final SimulatedTenant tenant = Cast.six();
        final Scene scene;
        final List<RunRow> runs = new ArrayList<>();
        final List<Set<String>> changes = new ArrayList<>();
        final List<Set<Endpoint>> endpoints = new ArrayList<>();
        final List<PlannedStrike> strikes = new ArrayList<>();

        Course(String name) {
            scene = STAGE.scene(
                            name, Landscape.start(tenant, JiraVersion.V9, ConfluenceVersion.V10_0, BitbucketVersion.V9))
                    .with("groups.include", "team-.*")
                    .with("groups.delete", "true")
                    .with("users.rename", "true")
                    .with("users.when-deleted", "delete")
                    .with("targets.jira.default-project-lead", "admin")
                    .with("targets.jira.default-component-lead", "admin");
            scene.confluence().pollsUntilDeleted(1);
        }

        void change(int round) {
            if (round == 1) {
                scene.jira().addProject("WEB", "Web site", "cid");
                scene.jira().addComponent("WEB", "Shop", "dee");
                Cast.change(tenant);
            } else if (round == 2) {
                Cast.enable(tenant, "cid", true);
            }
        }

        void record(RunRow run) {
            runs.add(run);
            Set<String> accepted = new TreeSet<>();
            for (SimulatedProduct product : scene.landscape().products()) {
                Scene.changes(product)
                        .forEach(change -> accepted.add(product.getClass().getSimpleName() + ": " + change));
            }
            changes.add(accepted);
            endpoints.add(Endpoint.used(scene));
            scene.forgetChanges();
            scene.landscape().products().forEach(product -> product.server().remember(true));
            scene.graph().server().remember(true);
        }
    }

    @BeforeAll
    static void allCourses() {
        clean = new Course("clean");
        for (Trouble trouble : Trouble.values()) {
            TROUBLED.put(trouble, new Course(trouble.name().toLowerCase(java.util.Locale.ROOT)));
        }
        for (int round = 0; round < ROUNDS; round++) {
            clean.change(round);
            clean.record(clean.scene.sync());
        }
        for (int round = 0; round < ROUNDS; round++) {
            troubled(round);
        }
    }

    private static void troubled(int round) {
        Map<Course, Long> started = new LinkedHashMap<>();
        TROUBLED.forEach((trouble, course) -> {
            course.change(round);
            if (round < trouble.rounds()) {
                clean.endpoints.get(round).stream()
                        .filter(endpoint -> trouble.happensAt(endpoint))
                        .forEach(endpoint -> course.strikes.add(endpoint.strike(course.scene, trouble)));
            }
            started.put(course, course.scene.start());
        });
        started.forEach((course, run) -> course.record(course.scene.ended(run)));
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @Test
    void theCleanCourseUsesEveryEndpoint() {
        Set<String> used = new TreeSet<>();
        clean.endpoints.forEach(round -> round.forEach(endpoint -> used.add(endpoint.toString())));
        assertThat(used).hasSizeGreaterThan(35);
        assertThat(used)
                .as("what is led")
                .anyMatch(endpoint -> endpoint.contains("/project/WEB/components"))
                .anyMatch(endpoint -> endpoint.contains("PUT") && endpoint.contains("/project/WEB"))
                .anyMatch(endpoint -> endpoint.contains("PUT") && endpoint.contains("/component/"));
        assertThat(clean.runs).extracting(RunRow::state).containsOnly(RunState.COMPLETED);
    }

    @ParameterizedTest
    @EnumSource
    void everyEndpointWasStruck(Trouble trouble) {
        assertThat(Kept.in(TROUBLED, trouble).strikes)
                .isNotEmpty()
                .allSatisfy(strike ->
                        assertThat(strike.at()).as(strike.endpoint().toString()).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void everyRunEndsWell(Trouble trouble) {
        Course course = Kept.in(TROUBLED, trouble);
        assertThat(course.scene.deadLetters()).isEmpty();
        assertThat(course.runs).extracting(RunRow::state).containsOnly(RunState.COMPLETED);
    }

    @ParameterizedTest
    @EnumSource
    void theSameChangesAreMadeAsWithoutTrouble(Trouble trouble) {
        assertThat(Kept.in(TROUBLED, trouble).changes).isEqualTo(clean.changes);
    }

    @ParameterizedTest
    @EnumSource
    void theProductsEndUpAsWithoutTrouble(Trouble trouble) {
        assertThat(Kept.in(TROUBLED, trouble).scene.state()).isEqualTo(clean.scene.state());
    }

    @Test
    void nothingIsSentAgainBeforeTheTimeThatRetryAfterAsksFor() {
        for (PlannedStrike strike : Kept.in(TROUBLED, Trouble.THROTTLED).strikes) {
            Instant again = strike.nextSame();
            assertThat(Duration.between(strike.at().get(0), again))
                    .as(strike.endpoint().toString())
                    .isGreaterThanOrEqualTo(Duration.ofMillis(990));
        }
    }

    @Test
    void nothingIsSentAgainBeforeTheDateThatRetryAfterNames() {
        for (PlannedStrike strike : Kept.in(TROUBLED, Trouble.UNAVAILABLE_UNTIL).strikes) {
            // The date is whole seconds, and the later of the next two.
            Instant date = Instant.ofEpochSecond(strike.at().get(0).getEpochSecond() + Trouble.SECONDS_OF_DATE);
            assertThat(strike.nextSame()).as(strike.endpoint().toString()).isAfterOrEqualTo(date.minusMillis(10));
        }
    }

    @Test
    void aRetryAfterOfZeroIsNoStop() {
        for (PlannedStrike strike : Kept.in(TROUBLED, Trouble.ZERO).strikes) {
            assertThat(strike.nextSame()).as(strike.endpoint().toString()).isNotNull();
        }
        assertThat(Kept.in(TROUBLED, Trouble.ZERO).runs)
                .allSatisfy(run -> assertThat(Duration.between(run.startedAt(), run.finishedAt()))
                        .isLessThan(Duration.ofSeconds(60)));
    }
}
