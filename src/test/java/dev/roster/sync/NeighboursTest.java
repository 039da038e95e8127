package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
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

/** Two tenants that write to the same products: neither undoes what the other does. */
class NeighboursTest {

    private static final Stage STAGE = Stage.empty();
    private static final Map<String, SimulatedTenant> TENANTS = new LinkedHashMap<>();

    @BeforeAll
    static void scenes() {
        for (String rule : List.of("managed", "exact", "moves")) {
            String membership = rule.equals("exact") ? "exact" : "managed";
            SimulatedTenant first = Cast.nobody();
            Cast.people(first, "ann", "bob", "cid");
            Cast.group(first, "team-a", "ann", "bob");
            Cast.group(first, "team-c", "cid");
            Scene one = scene(rule + "-one", first, membership);
            SimulatedTenant second = Cast.nobody();
            Cast.people(second, "ann", "gus", "hal", "mel");
            second.changePerson(Cast.upn("mel"), person -> person.withMail("bob@example.com"));
            Cast.group(second, "team-a", "ann", "gus");
            Cast.group(second, "team-b", "ann", "hal");
            Scene two = scene(rule + "-two", second, membership);
            two.with("targets.jira.url", one.jira().url().toString())
                    .with("targets.confluence.url", one.confluence().url().toString())
                    .with("targets.bitbucket.url", one.bitbucket().url().toString());
        }
    }

    @BeforeAll
    static void twoTargetsOfOneConnection() {
        Scene scene = scene("twins", Cast.six(), "exact");
        for (String product : List.of("jira", "confluence", "bitbucket")) {
            scene.twin(product, product + "-2");
            scene.with("targets." + product + ".scope.exclude-users", "ann");
            scene.with("targets." + product + "-2.scope.exclude-users", "bob");
        }
        Scene one =
                scene("late-one", Cast.six(), "managed").without("confluence").without("bitbucket");
        scene("late-two", Cast.six(), "managed")
                .without("confluence")
                .without("bitbucket")
                .with("users.existing", "approve")
                .with("groups.mapping", "off")
                .with("targets.jira.url", one.jira().url().toString());
    }

    private static Scene scene(String name, SimulatedTenant tenant, String membership) {
        TENANTS.put(name, tenant);
        return STAGE.scene(name, Landscape.start(tenant))
                .with("groups.include", "team-.*")
                .with("groups.delete", "true")
                .with("groups.membership", membership)
                .with("groups.existing", "join")
                .with("users.existing", "adopt")
                .with("users.when-deleted", "delete");
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static RunRow completed(Scene scene) {
        RunRow run = scene.sync();
        assertThat(run.state()).as(String.valueOf(run)).isEqualTo(RunState.COMPLETED);
        return run;
    }

    private static void assertNothingChanges(Scene scene, Scene landscape) {
        landscape.forgetChanges();
        completed(scene);
        for (SimulatedProduct product : landscape.landscape().products()) {
            assertThat(Scene.changes(product)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"managed", "exact"})
    void eachKeepsToItsOwnPeopleInOneProduct(String membership) {
        Scene one = STAGE.scene(membership + "-one");
        Scene two = STAGE.scene(membership + "-two");
        completed(one);
        one.forgetChanges();
        completed(two);
        for (SimulatedProduct product : one.landscape().products()) {
            assertThat(Scene.changes(product)).noneMatch(change -> change.contains(" ann") || change.contains(" bob"));
            assertThat(product.directory().members("team-a")).containsExactly("ann", "bob", "gus");
            assertThat(product.directory().members("team-b")).containsExactly("hal");
        }
        assertThat(two.decisions("jira")).containsEntry("ann@example.com", "claimed");
        assertThat(two.details("jira")).containsEntry("ann@example.com", "managed by " + membership + "-one/jira");
        // Told by the address: Jira and Bitbucket show it.
        assertThat(two.decisions("jira")).containsEntry("mel@example.com", "claimed");
        assertNothingChanges(one, one);
        assertNothingChanges(two, one);
    }

    @Test
    void twoTargetsOfOneConnectionShareAProduct() {
        Scene scene = STAGE.scene("twins");
        completed(scene);
        for (String product : List.of("jira", "confluence", "bitbucket")) {
            Map<String, String> one = scene.decisions(product);
            Map<String, String> other = scene.decisions(product + "-2");
            assertThat(List.of(one.get("cid@example.com"), other.get("cid@example.com")))
                    .containsOnlyOnce("claimed");
            assertThat(List.of(one.get("team-a"), other.get("team-a"))).containsOnlyOnce("group-shared");
        }
        completed(scene);
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(product.directory().members("team-a")).containsExactly("ann", "bob", "cid", "dee", "eve");
        }
        assertNothingChanges(scene, scene);
    }

    @Test
    void whoWasTakenOverWhileAPlanWaitedIsLeftAlone() {
        Scene one = STAGE.scene("late-one");
        Scene two = STAGE.scene("late-two");
        one.jira().directory().seed().user("ann", "Ann", "ann@example.com");
        RunRow waiting = two.sync();
        assertThat(waiting.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        completed(one);
        one.forgetChanges();
        RunRow approved = two.approve(waiting);
        assertThat(approved.state()).isEqualTo(RunState.COMPLETED);
        assertThat(two.operations(approved))
                .filteredOn(operation -> operation.user() != null)
                .isNotEmpty()
                .allMatch(operation -> operation.reason().equals("claimed"));
        assertThat(Scene.changes(one.jira())).isEmpty();
        completed(two);
        assertThat(two.decisions("jira")).containsEntry("ann@example.com", "claimed");
        assertNothingChanges(one, one);
    }

    @Test
    void whatOneGivesUpTheOtherKeeps() {
        Scene one = STAGE.scene("moves-one");
        Scene two = STAGE.scene("moves-two");
        SimulatedTenant first = Kept.in(TENANTS, "moves-one");
        SimulatedTenant second = Kept.in(TENANTS, "moves-two");
        completed(one);
        completed(two);

        Cast.delete(second, "ann");
        assertNothingChanges(two, one);

        first.deleteGroup(first.groupNamed("team-a").id());
        completed(one);
        for (SimulatedProduct product : one.landscape().products()) {
            assertThat(product.directory().members("team-a")).containsExactly("gus");
        }
        assertThat(one.decisions("jira")).containsEntry("team-a", "group-shared");

        Cast.delete(first, "ann");
        completed(one);
        Cast.people(second, "ann");
        Cast.join(second, "team-b", "ann");
        completed(two);
        for (SimulatedProduct product : one.landscape().products()) {
            assertThat(product.directory().members("team-b")).containsExactly("ann", "hal");
        }
        assertThat(two.decisions("jira").get("ann@example.com")).isNotEqualTo("claimed");
    }
}
