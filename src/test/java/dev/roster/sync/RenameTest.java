package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.DeadLetters;
import dev.roster.store.DeadLetters.DeadLetter;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Usernames that change in Entra: freely, one after the other, and round in a circle. */
class RenameTest {

    private static final Stage STAGE = Stage.empty();
    private static final Map<String, SimulatedTenant> TENANTS = new LinkedHashMap<>();

    @BeforeAll
    static void firstSyncs() {
        for (String name : List.of("swap", "circle", "chain", "long-chain", "refused", "first-refused", "local")) {
            scene(name).with("users.rename", "true");
        }
        scene("together");
        scene("together-without").without("confluence");
        scene("one-keeps").without("confluence").with("targets.bitbucket.users.rename", "false");
        Map<Scene, Long> runs = new LinkedHashMap<>();
        TENANTS.keySet()
                .forEach(name -> runs.put(STAGE.scene(name), STAGE.scene(name).start()));
        runs.forEach((scene, run) ->
                assertThat(scene.ended(run).state()).as(scene.connection()).isEqualTo(RunState.COMPLETED));
        TENANTS.keySet().forEach(name -> STAGE.scene(name).forgetChanges());
    }

    private static Scene scene(String name) {
        SimulatedTenant tenant = Cast.six();
        TENANTS.put(name, tenant);
        return STAGE.scene(name, Landscape.start(tenant)).with("groups.include", "team-.*");
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static void rename(Scene scene, String person, String name) {
        Kept.in(TENANTS, scene.connection()).changePerson(Cast.upn(person), each -> each.withMailNickname(name));
    }

    private static List<SimulatedProduct> renaming(Scene scene) {
        return List.of(scene.jira(), scene.bitbucket());
    }

    /** Whose account it is tells its full name, which no test here changes. */
    private static String owner(SimulatedProduct product, String account) {
        return product.directory().account(account).orElseThrow().displayName();
    }

    private static void assertNothingLeft(Scene scene) {
        scene.forgetChanges();
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.operations(run)).isEmpty();
        assertThat(scene.deadLetters()).isEmpty();
    }

    @Test
    void twoPeopleSwapTheirNamesAndTakeTheirMembershipsWithThem() {
        Scene scene = STAGE.scene("swap");
        rename(scene, "ann", "bob");
        rename(scene, "bob", "ann");
        Cast.join(Kept.in(TENANTS, "swap"), "team-gone", "bob");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        for (SimulatedProduct product : renaming(scene)) {
            assertThat(owner(product, "bob")).isEqualTo("The ann");
            assertThat(owner(product, "ann")).isEqualTo("The bob");
            assertThat(product.directory().members("team-b")).containsExactly("bob");
            assertThat(product.directory().members("team-gone")).containsExactlyInAnyOrder("ann", "bob");
            assertThat(product.directory().accounts())
                    .noneMatch(account -> account.name().startsWith("moving"));
        }
        assertNothingLeft(scene);
        Cast.leave(Kept.in(TENANTS, "swap"), "team-gone", "ann");
        scene.sync();
        assertThat(Scene.changes(scene.jira())).containsExactly("REMOVE_MEMBER bob team-gone");
    }

    @Test
    void threePeopleGoRoundInACircle() {
        Scene scene = STAGE.scene("circle");
        rename(scene, "ann", "bob");
        rename(scene, "bob", "cid");
        rename(scene, "cid", "ann");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        for (SimulatedProduct product : renaming(scene)) {
            assertThat(owner(product, "bob")).isEqualTo("The ann");
            assertThat(owner(product, "cid")).isEqualTo("The bob");
            assertThat(owner(product, "ann")).isEqualTo("The cid");
            assertThat(product.directory().members("team-b")).containsExactly("bob");
        }
        assertNothingLeft(scene);
    }

    @Test
    void aNameThatIsGivenUpIsTakenAfterwards() {
        Scene scene = STAGE.scene("chain");
        rename(scene, "ann", "bob");
        rename(scene, "bob", "robert");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        for (SimulatedProduct product : renaming(scene)) {
            assertThat(Scene.changes(product)).containsExactly("RENAME_USER bob robert", "RENAME_USER ann bob");
            assertThat(product.directory().members("team-b")).containsExactly("bob");
        }
        assertNothingLeft(scene);
    }

    @Test
    void aLongerChainTakesFurtherRuns() {
        Scene scene = STAGE.scene("long-chain");
        rename(scene, "ann", "bob");
        rename(scene, "bob", "cid");
        rename(scene, "cid", "carl");
        Cast.join(Kept.in(TENANTS, "long-chain"), "team-gone", "bob");
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.operations(run))
                .filteredOn(operation -> operation.status().equals("skipped"))
                .hasSize(2)
                .allSatisfy(operation -> {
                    assertThat(operation.user()).isEqualTo("ann");
                    assertThat(operation.reason()).isEqualTo("not-tried");
                });
        assertThat(Scene.changes(scene.jira()))
                .containsExactly("RENAME_USER cid carl", "RENAME_USER bob cid", "ADD_MEMBER cid team-gone");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        for (SimulatedProduct product : renaming(scene)) {
            assertThat(owner(product, "bob")).isEqualTo("The ann");
            assertThat(product.directory().members("team-gone")).containsExactlyInAnyOrder("bob", "cid");
        }
        assertNothingLeft(scene);
    }

    private static void refuse(Scene scene, String user) {
        scene.jira()
                .server()
                .plan(PlannedFault.answer(
                        request -> request.method().equals("PUT")
                                && ("username=" + user).equals(request.rawQuery())
                                && request.body().contains("\"name\""),
                        Integer.MAX_VALUE,
                        SimulatedAnswer.json(403, "{}")));
    }

    private static void mend(Scene scene) {
        scene.jira().server().forgetFaults();
        STAGE.app()
                .getBean(DeadLetters.class)
                .retry(scene.deadLetters().stream().map(DeadLetter::id).toList());
    }

    @Test
    void whoCannotSwapGoesBackAndNobodyGetsTheOthersMemberships() {
        Scene scene = STAGE.scene("refused");
        rename(scene, "ann", "bob");
        rename(scene, "bob", "ann");
        SimulatedTenant tenant = Kept.in(TENANTS, "refused");
        Cast.group(tenant, "team-secret", "ann");
        Cast.leave(tenant, "team-a", "bob");
        refuse(scene, "bob");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(owner(scene.jira(), "ann")).isEqualTo("The ann");
        assertThat(owner(scene.jira(), "bob")).isEqualTo("The bob");
        assertThat(scene.jira().directory().members("team-secret")).isEmpty();
        assertThat(owner(scene.bitbucket(), "bob")).isEqualTo("The ann");

        // The rename waits for a further try; what else is due goes by the names that the accounts have.
        RunRow waiting = scene.sync();
        assertThat(waiting.state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.operations(waiting))
                .filteredOn(operation -> operation.kind().equals("rename-user"))
                .singleElement()
                .satisfies(operation -> assertThat(operation.reason()).isEqualTo("waiting-to-retry"));
        assertThat(scene.jira().directory().members("team-secret")).containsExactly("ann");
        assertThat(scene.jira().directory().members("team-a")).contains("ann").doesNotContain("bob");
        assertThat(scene.decisions("jira")).containsEntry("ann@example.com", "rename-left");

        mend(scene);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(owner(scene.jira(), "bob")).isEqualTo("The ann");
        assertThat(scene.jira().directory().members("team-secret")).containsExactly("bob");
        assertNothingLeft(scene);
    }

    @Test
    void whoWaitsForANameThatIsNotGivenUpKeepsTheirOwn() {
        Scene scene = STAGE.scene("first-refused");
        rename(scene, "ann", "bob");
        rename(scene, "bob", "robert");
        Cast.group(Kept.in(TENANTS, "first-refused"), "team-secret", "ann");
        refuse(scene, "bob");
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(scene.deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.user()).isEqualTo("bob"));
        assertThat(owner(scene.jira(), "ann")).isEqualTo("The ann");
        assertThat(scene.jira().directory().members("team-secret")).isEmpty();
        scene.sync();
        assertThat(scene.jira().directory().members("team-secret")).containsExactly("ann");
        mend(scene);
        scene.sync();
        assertThat(owner(scene.jira(), "bob")).isEqualTo("The ann");
        assertThat(scene.jira().directory().members("team-secret")).containsExactly("bob");
        assertNothingLeft(scene);
    }

    @Test
    void nobodyTakesALocalAccountByBeingRenamedToIt() {
        Scene scene = STAGE.scene("local");
        scene.landscape()
                .products()
                .forEach(product -> product.directory().seed().user("boss", "Boss", "boss@example.com"));
        rename(scene, "ann", "boss");
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.operations(run)).isEmpty();
        assertThat(scene.decisions("jira")).containsEntry("ann@example.com", "rename-left");
        assertThat(scene.details("jira")).containsEntry("ann@example.com", "boss is taken");
        assertThat(scene.details("confluence")).containsEntry("ann@example.com", "this product cannot rename accounts");
    }

    @Test
    void togetherNamesChangeWhereEveryTargetFollowsAndElseNowhere() {
        for (String name : List.of("together", "together-without", "one-keeps")) {
            rename(STAGE.scene(name), "bob", "robert");
            assertThat(STAGE.scene(name).sync().state()).isEqualTo(RunState.COMPLETED);
        }
        for (SimulatedProduct product : renaming(STAGE.scene("together-without"))) {
            assertThat(Scene.changes(product)).containsExactly("RENAME_USER bob robert");
        }
        for (String name : List.of("together", "one-keeps")) {
            for (SimulatedProduct product : renaming(STAGE.scene(name))) {
                assertThat(Scene.changes(product)).isEmpty();
            }
        }
        assertThat(STAGE.scene("together").details("jira"))
                .containsEntry("bob@example.com", "users.rename is together, and names stay in confluence");
        assertThat(STAGE.scene("one-keeps").details("jira"))
                .containsEntry("bob@example.com", "users.rename is together, and names stay in bitbucket");
        assertThat(STAGE.scene("one-keeps").details("bitbucket"))
                .containsEntry("bob@example.com", "users.rename is false");
    }
}
