package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.BitbucketSimulator;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.run.RunControl;
import dev.roster.store.Actor;
import dev.roster.store.Breadths;
import dev.roster.store.DeadLetters;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An ordinary run asks the products about what is due, and about nothing else. */
class OrdinaryRunTest {

    private static final int FOR_GOOD = Integer.MAX_VALUE;
    private static final Stage STAGE = Stage.empty();
    private static final Map<String, SimulatedTenant> TENANTS = new LinkedHashMap<>();

    /** What a look around costs: requests that do not depend on what is due. */
    private static final Map<String, Integer> AROUND = Map.of("jira", 4, "confluence", 2, "bitbucket", 3);

    @BeforeAll
    static void scenes() {
        for (String name : List.of(
                "idle", "one", "by-hand", "left-out", "letter", "waits", "settings", "renamed", "access", "known")) {
            SimulatedTenant tenant = Cast.six();
            TENANTS.put(name, tenant);
            STAGE.scene(name, Landscape.start(tenant)).with("groups.include", "team-.*");
        }
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static void assertCompleted(RunRow run) {
        assertThat(run.state()).as(String.valueOf(run)).isEqualTo(RunState.COMPLETED);
    }

    private static Map<String, Integer> requests(Scene scene) {
        Map<String, Integer> requests = new TreeMap<>();
        requests.put("jira", scene.jira().server().exchanges().size());
        requests.put("confluence", scene.confluence().server().exchanges().size());
        requests.put("bitbucket", scene.bitbucket().server().exchanges().size());
        return requests;
    }

    private static Map<String, String> causes(RunRow run) {
        return STAGE.app().getBean(Breadths.class).causes(run.id());
    }

    @Test
    void aRunWithoutChangesAsksNoProduct() {
        Scene scene = STAGE.scene("idle");
        RunRow first = scene.sync();
        assertCompleted(first);
        assertThat(causes(first)).hasSize(3).containsValue("first-plan");
        Map<String, Integer> before = requests(scene);
        RunRow idle = scene.sync();
        assertCompleted(idle);
        assertThat(causes(idle).values()).containsOnly("no-changes");
        assertThat(requests(scene)).isEqualTo(before);
        for (String target : List.of("jira", "confluence", "bitbucket")) {
            assertThat(idle.decisions()).containsEntry(target, Map.of("unchanged", 9L));
            assertThat(Kept.in(first.decisions(), target).values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(9);
        }
    }

    @Test
    void aChangeCostsNoMoreThanThreeRequestsForEachProduct() {
        Scene scene = STAGE.scene("one");
        SimulatedTenant tenant = Kept.in(TENANTS, "one");
        assertCompleted(scene.sync());
        List<Runnable> changes = List.of(
                () -> tenant.changePerson(Cast.upn("ann"), person -> person.withDisplayName("Ann Newname")),
                () -> Cast.join(tenant, "team-b", "fay"),
                () -> Cast.leave(tenant, "team-a", "eve"),
                () -> Cast.people(tenant, "gus"),
                () -> Cast.enable(tenant, "cid", false),
                () -> Cast.delete(tenant, "dee"));
        for (Runnable change : changes) {
            change.run();
            Map<String, Integer> before = requests(scene);
            RunRow run = scene.sync();
            assertCompleted(run);
            assertThat(causes(run).values()).containsOnly("changes");
            requests(scene)
                    .forEach((product, count) -> assertThat(count - Kept.in(before, product))
                            .as(product + " in run " + run.id())
                            .isLessThanOrEqualTo(Kept.in(AROUND, product) + 3));
            Map<String, Integer> after = requests(scene);
            scene.sync();
            assertThat(requests(scene)).as("nothing is due any more").isEqualTo(after);
        }
        RunRow reconcile = scene.reconcile();
        assertThat(causes(reconcile).values()).containsOnly("reconcile");
        assertThat(scene.operations(reconcile)).isEmpty();
    }

    @Test
    void whatWasChangedByHandIsFoundByAReconcileAndMarked() {
        Scene scene = STAGE.scene("by-hand");
        assertCompleted(scene.sync());
        scene.forgetChanges();
        for (SimulatedProduct product : scene.landscape().products()) {
            product.directory().seed().group("locals").user("local", "Local", "local@example.com");
            product.directory().seed().member("local", "team-a");
        }
        Cast.join(Kept.in(TENANTS, "by-hand"), "team-b", "fay");
        RunRow ordinary = scene.sync();
        assertCompleted(ordinary);
        assertThat(scene.operations(ordinary)).extracting(Scene.Operation::user).containsOnly("fay");
        Cast.leave(Kept.in(TENANTS, "by-hand"), "team-b", "fay");
        RunRow reconcile = scene.reconcile();
        assertCompleted(reconcile);
        assertThat(drift(reconcile)).containsOnly("remove-member local team-a");
        assertThat(scene.operations(reconcile))
                .extracting(operation -> operation.kind() + " " + operation.user() + " " + operation.group())
                .containsOnly("remove-member local team-a", "remove-member fay team-b");
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(product.directory().members("team-a")).doesNotContain("local");
        }
    }

    @Test
    void aProductThatWasLeftOutCatchesUpWithoutAFurtherChange() {
        Scene scene = STAGE.scene("left-out");
        assertCompleted(scene.sync());
        scene.jira().server().plan(PlannedFault.answer(any -> true, FOR_GOOD, SimulatedAnswer.empty(503)));
        Cast.join(Kept.in(TENANTS, "left-out"), "team-b", "fay");
        RunRow run = scene.sync();
        assertThat(run.leftOut()).containsExactly("jira");
        assertThat(scene.confluence().directory().members("team-b")).contains("fay");
        scene.jira().server().forgetFaults();
        RunRow next = scene.sync();
        assertCompleted(next);
        assertThat(causes(next)).containsEntry("jira", "changes").containsEntry("confluence", "no-changes");
        assertThat(scene.jira().directory().members("team-b")).contains("fay");
    }

    @Test
    void aLetterIsTriedAgainByAnOrdinaryRunWhenItsTimeHasCome() {
        Scene scene = STAGE.scene("letter");
        assertCompleted(scene.sync());
        scene.jira()
                .server()
                .plan(PlannedFault.answer(
                        request -> request.method().equals("PUT"), FOR_GOOD, SimulatedAnswer.json(403, "{}")));
        Kept.in(TENANTS, "letter").changePerson(Cast.upn("ann"), person -> person.withDisplayName("Ann Newname"));
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(scene.operations(scene.sync()))
                .extracting(Scene.Operation::reason)
                .containsExactly("waiting-to-retry");
        assertThat(causes(scene.sync()).values()).containsOnly("no-changes");
        scene.jira().server().forgetFaults();
        STAGE.app()
                .getBean(DeadLetters.class)
                .retry(scene.deadLetters().stream()
                        .map(DeadLetters.DeadLetter::id)
                        .toList());
        assertCompleted(scene.sync());
        assertThat(scene.jira().directory().account("ann").orElseThrow().displayName())
                .isEqualTo("Ann Newname");
        assertThat(scene.deadLetters()).isEmpty();
    }

    @Test
    void whatWaitsAndWhatIsRejectedIsPlannedAgain() {
        Scene scene = STAGE.scene("waits");
        assertCompleted(scene.sync());
        SimulatedTenant tenant = Kept.in(TENANTS, "waits");
        Cast.leave(tenant, "team-b", "ann");
        Cast.join(tenant, "team-a", "fay");
        RunRow waiting = scene.sync();
        assertThat(waiting.waitsFor()).contains("team-b");
        assertThat(scene.sync().message()).contains("the same plan as run " + waiting.id());
        STAGE.app().getBean(RunControl.class).reject(waiting.id(), new Actor("somebody", "test"));
        RunRow again = scene.sync();
        assertThat(again.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        assertThat(scene.operations(again)).hasSize(6);
        // A reconcile that waits keeps what it has found.
        scene.jira().directory().seed().group("mine").user("local", "Local", "local@example.com");
        scene.jira().directory().seed().member("local", "team-a");
        RunRow reconcile = scene.reconcile();
        assertThat(scene.operations(reconcile)).hasSize(7);
        assertThat(scene.sync().message()).contains("the same plan as run " + reconcile.id());
        assertCompleted(scene.approve(reconcile));
        assertThat(scene.jira().directory().members("team-a")).contains("fay").doesNotContain("local");
        assertThat(causes(scene.sync()).values()).containsOnly("no-changes");
    }

    @Test
    void otherSettingsPlanEverything() {
        Scene scene = STAGE.scene("settings");
        assertCompleted(scene.sync());
        STAGE.app()
                .getBean(JdbcClient.class)
                .sql("update full_plan set settings_hash = 'other' where target_no in ("
                        + "select t.no from target_name t join connection_name c on c.no = t.connection_no"
                        + " where c.name = 'settings')")
                .update();
        assertThat(causes(scene.sync()).values()).containsOnly("settings-changed");
        assertThat(causes(scene.sync()).values()).containsOnly("no-changes");
    }

    @Test
    void anAccountThatWasRenamedByHandIsFollowedAndNotMadeTwice() {
        Scene scene = STAGE.scene("renamed");
        assertCompleted(scene.sync());
        scene.jira().directory().seed().renamed("ann", "ann-by-hand");
        scene.forgetChanges();
        Kept.in(TENANTS, "renamed").changePerson(Cast.upn("ann"), person -> person.withDisplayName("Ann Newname"));
        RunRow run = scene.sync();
        assertCompleted(run);
        assertThat(causes(run)).containsEntry("jira", "account-missing").containsEntry("bitbucket", "changes");
        assertThat(Scene.changes(scene.jira())).containsExactly("UPDATE_USER ann-by-hand");
    }

    @Test
    void aLeaverLosesAccessThatWasGivenByHand() {
        Scene scene = STAGE.scene("access");
        assertCompleted(scene.sync());
        scene.bitbucket().directory().seed().member("cid", BitbucketSimulator.USERS);
        scene.forgetChanges();
        Cast.enable(Kept.in(TENANTS, "access"), "cid", false);
        assertCompleted(scene.sync());
        assertThat(Scene.changes(scene.bitbucket())).contains("REMOVE_MEMBER cid " + BitbucketSimulator.USERS);
    }

    @Test
    void aGroupThatIsThereAlreadyIsLookedAtBeforeItIsFilled() {
        Scene scene = STAGE.scene("known");
        for (SimulatedProduct product : scene.landscape().products()) {
            product.directory().seed().group("team-local").user("local", "Local", "local@example.com");
            product.directory().seed().member("local", "team-local");
        }
        assertCompleted(scene.sync());
        scene.jira().directory().seed().group("team-later").member("ann", "team-later");
        SimulatedTenant tenant = Kept.in(TENANTS, "known");
        Cast.group(tenant, "team-local", "ann");
        Cast.group(tenant, "team-later", "ann", "bob");
        RunRow run = scene.sync();
        assertThat(causes(run).values()).containsOnly("changes");
        assertThat(run.waitsFor()).contains("2 existing groups of jira", "1 existing groups of bitbucket");
        assertCompleted(scene.approve(run));
        assertThat(Scene.changes(scene.jira()))
                .contains("ADD_MEMBER bob team-later")
                .doesNotContain("ADD_MEMBER ann team-later");
        assertThat(scene.jira().directory().members("team-local")).containsExactly("ann", "local");
        assertThat(scene.operations(scene.reconcile())).isEmpty();
    }

    private static List<String> drift(RunRow run) {
        return STAGE.app()
                .getBean(JdbcClient.class)
                .sql("select kind || ' ' || user_name || ' ' || group_name from operation"
                        + " where run_id = ? and drift = true")
                .param(run.id())
                .query(String.class)
                .list();
    }
}
