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
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One product in trouble does not stop the other two. */
class ProductDownTest {

    private static final int FOR_GOOD = Integer.MAX_VALUE;
    private static final Stage STAGE = Stage.empty();
    private static final Map<String, SimulatedTenant> TENANTS = new LinkedHashMap<>();

    @BeforeAll
    static void scenes() {
        for (String name : List.of("jira", "confluence", "bitbucket", "applying", "picker", "half-a-list")) {
            scene(name, Cast.six(), JiraVersion.V11);
        }
        scene("wrong-token", Cast.six(), JiraVersion.V11).with("targets.jira.token", "not-the-token");
        scene("exact", Cast.six(), JiraVersion.V10_2).with("targets.jira.groups.membership", "exact");
        SimulatedTenant many = Cast.nobody();
        for (int i = 0; i < 30; i++) {
            Cast.people(many, "p" + i);
        }
        Cast.group(many, "team-a", "p1");
        scene("many", many, JiraVersion.V11);
    }

    private static Scene scene(String name, SimulatedTenant tenant, JiraVersion jira) {
        TENANTS.put(name, tenant);
        return STAGE.scene(name, Landscape.start(tenant, jira, ConfluenceVersion.V10_0, BitbucketVersion.V10))
                .with("groups.include", "team-.*");
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static SimulatedProduct product(Scene scene, String name) {
        return switch (name) {
            case "jira" -> scene.jira();
            case "confluence" -> scene.confluence();
            default -> scene.bitbucket();
        };
    }

    private static void down(SimulatedProduct product) {
        product.server()
                .plan(PlannedFault.answer(request -> true, FOR_GOOD, SimulatedAnswer.text(503, "text/html", "<p>")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jira", "confluence", "bitbucket"})
    void aProductThatCannotBeReadIsLeftOutAndCaughtUpWithLater(String name) {
        Scene scene = STAGE.scene(name);
        down(product(scene, name));
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(run.leftOut()).containsExactly(name);
        assertThat(run.message()).contains(name, "HTTP 503");
        assertThat(scene.deadLetters()).isEmpty();
        for (SimulatedProduct other : scene.landscape().products()) {
            boolean left = other == product(scene, name);
            assertThat(other.directory().hasGroup("team-a")).isEqualTo(!left);
        }

        product(scene, name).server().forgetFaults();
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(product(scene, name).directory().members("team-a")).hasSize(5);
    }

    @Test
    void aProductThatGoesDownAfterTheFirstRunLosesNobody() {
        Scene scene = STAGE.scene("half-a-list");
        scene.sync();
        scene.forgetChanges();
        // Members of one group can no longer be read to the end.
        scene.bitbucket()
                .server()
                .plan(PlannedFault.answer(
                        request -> request.rawPath().endsWith("/more-members")
                                && "team-a".equals(request.query().get("context")),
                        FOR_GOOD,
                        SimulatedAnswer.json(500, "{}")));
        Cast.leave(Kept.in(TENANTS, "half-a-list"), "team-a", "eve");
        RunRow run = scene.reconcile();
        assertThat(run.leftOut()).containsExactly("bitbucket");
        assertThat(Scene.changes(scene.bitbucket())).isEmpty();
        assertThat(Scene.changes(scene.jira())).containsExactly("REMOVE_MEMBER eve team-a");
    }

    @Test
    void wrongCredentialsLeaveTheProductOutAtOnce() {
        Scene scene = STAGE.scene("wrong-token");
        scene.jira().switches().htmlUnauthorized(true);
        RunRow run = scene.sync();
        assertThat(run.leftOut()).containsExactly("jira");
        assertThat(run.message()).contains("HTTP 401");
        assertThat(scene.jira().server().requests()).isEqualTo(1);
        assertThat(scene.confluence().directory().members("team-a")).hasSize(5);
    }

    @Test
    void aGroupPickerThatHidesGroupsLeavesJiraOut() {
        Scene scene = STAGE.scene("picker");
        scene.jira().pickerLimit(1);
        RunRow run = scene.sync();
        assertThat(run.leftOut()).containsExactly("jira");
        assertThat(run.message()).contains("jira.ajax.autocomplete.limit");
        assertThat(Scene.changes(scene.jira())).isEmpty();
    }

    @Test
    void exactIsRefusedWhereJiraCannotListItsUsersAndTheOthersGoOn() {
        Scene scene = STAGE.scene("exact");
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(run.leftOut()).containsExactly("jira");
        assertThat(run.message()).contains("groups.membership exact");
        assertThat(Scene.changes(scene.jira())).isEmpty();
        assertThat(scene.bitbucket().directory().members("team-a")).hasSize(5);
    }

    @Test
    void aProductThatGoesDownWhileItIsWrittenToIsGivenUp() {
        Scene scene = STAGE.scene("many");
        scene.jira()
                .server()
                .plan(PlannedFault.answer(
                        PlannedFault.on("POST", "/rest/api/2/user"), FOR_GOOD, SimulatedAnswer.json(503, "{}")));
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(scene.operations(run))
                .filteredOn(operation ->
                        operation.target().equals("jira") && operation.kind().equals("add-member"))
                .singleElement()
                .satisfies(operation -> {
                    assertThat(operation.status()).isEqualTo("skipped");
                    assertThat(operation.reason()).isEqualTo("not-tried");
                });
        assertThat(scene.confluence().directory().accountCount()).isEqualTo(31);
        assertThat(scene.confluence().directory().members("team-a")).containsExactly("p1");
    }

    @Test
    void aProductWhoseDirectoryIsReadOnlyGetsDeadLettersAndTheOthersGoOn() {
        Scene scene = STAGE.scene("applying");
        scene.jira().switches().readOnlyDirectory(true);
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(scene.deadLetters()).isNotEmpty().allSatisfy(letter -> {
            assertThat(letter.target()).isEqualTo("jira");
            assertThat(letter.status()).isEqualTo(403);
        });
        assertThat(scene.bitbucket().directory().members("team-a")).hasSize(5);
    }
}
