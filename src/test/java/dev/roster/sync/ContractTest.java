package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.contract.GraphContract;
import dev.roster.contract.ProductContract;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedExchange;
import dev.roster.demo.graph.GraphFaults;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.BitbucketVersion;
import dev.roster.demo.product.ConfluenceVersion;
import dev.roster.demo.product.JiraVersion;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.RunState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every request that the routes send, and every answer of the simulators to it, against the vendors' descriptions;
 * with looks after lost answers, refusals and throttled parts among them.
 */
class ContractTest {

    private static final Stage STAGE = Stage.empty();
    private static Scene scene;
    private static Scene listed;

    @BeforeAll
    static void threeRuns() {
        SimulatedTenant tenant = Cast.six();
        scene = STAGE.scene(
                        "contract",
                        Landscape.start(tenant, JiraVersion.V10_3, ConfluenceVersion.V10_0, BitbucketVersion.V9))
                .with("groups.include", "team-.*")
                .with("groups.delete", "true")
                .with("users.rename", "true")
                .with("users.when-deleted", "delete")
                .with("targets.jira.default-project-lead", "admin")
                .with("targets.jira.default-component-lead", "admin");
        scene.confluence().pollsUntilDeleted(1);
        scene.graph().behaviour().cutDeltaPages(2, 2);
        listed = STAGE.scene("listed", Landscape.start(Cast.six()))
                .with("groups.include", "team-.*")
                .with("entra.read", "list");
        listed.graph().behaviour().cutPages(2);
        listed.graph().planPart(PlannedFault.answer(request -> true, 1, GraphFaults.throttled(1)));
        loseAnswers();
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        scene.jira().addProject("WEB", "Web site", "cid");
        scene.jira().addComponent("WEB", "Shop", "dee");
        Cast.change(tenant);
        loseAnswers();
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        Cast.enable(tenant, "cid", true);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
    }

    /** Every third change is done, but its answer is lost; so the products are asked how things are. */
    private static void loseAnswers() {
        for (SimulatedProduct product : scene.landscape().products()) {
            for (int n = 1; n < 30; n += 3) {
                product.server()
                        .plan(PlannedFault.loseAnswer(
                                GraphFaults.nth(n, request -> !request.method().equals("GET")), 1));
            }
        }
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static List<SimulatedExchange> exchanges(ProductContract.Product product) {
        return switch (product) {
            case JIRA -> scene.jira().server().exchanges();
            case CONFLUENCE -> scene.confluence().server().exchanges();
            case BITBUCKET -> scene.bitbucket().server().exchanges();
        };
    }

    @ParameterizedTest
    @EnumSource
    void aProductIsAskedAndAnswersAsItsVendorDescribes(ProductContract.Product product) {
        Optional<ProductContract> contract = ProductContract.of(product);
        Assumptions.assumeTrue(
                contract.isPresent(),
                () -> "no description of " + product.name().toLowerCase(Locale.ROOT));
        assertThat(exchanges(product)).hasSizeGreaterThan(40);
        assertThat(exchanges(product))
                .flatExtracting(exchange -> contract.orElseThrow().violations(exchange))
                .isEmpty();
    }

    @Test
    void graphIsAskedAndAnswersAsMicrosoftDescribes() {
        assertThat(scene.graph().server().exchanges()).hasSizeGreaterThan(12);
        GraphContract.read().check(scene.graph().server().exchanges());
        assertThat(listed.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(listed.graph().server().exchanges()).hasSizeGreaterThan(8);
        GraphContract.read().check(listed.graph().server().exchanges());
    }
}
