package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.overview.RunViews;
import dev.roster.store.DeadLetters.DeadLetter;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody deletes in a product what Roster remembers there; ordinary runs find out by being refused, and mend it. */
class GoneByHandTest {

    private static final int FOR_GOOD = Integer.MAX_VALUE;
    private static final Stage STAGE = Stage.empty();
    private static final Map<String, SimulatedTenant> TENANTS = new LinkedHashMap<>();

    @BeforeAll
    static void scenes() {
        for (String name : List.of("group", "not-created", "back", "account", "still-there")) {
            SimulatedTenant tenant = Cast.six();
            TENANTS.put(name, tenant);
            STAGE.scene(name, Landscape.start(tenant)).with("groups.include", "team-.*");
        }
        for (String name : List.of("not-created", "back")) {
            STAGE.scene(name).with("groups.create", "false").with("groups.existing", "join");
            for (SimulatedProduct product : STAGE.scene(name).landscape().products()) {
                product.directory().seed().group("team-a").group("team-b");
            }
        }
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    /** After a first run, a group is gone, and somebody is to join it. */
    private static RunRow refused(Scene scene) {
        assertThat(scene.reconcile().state()).isEqualTo(RunState.COMPLETED);
        for (SimulatedProduct product : scene.landscape().products()) {
            product.directory().seed().deleteGroup("team-a");
        }
        Cast.join(Kept.in(TENANTS, scene.connection()), "team-a", "fay");
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(scene.deadLetters()).hasSize(3).allSatisfy(letter -> {
            assertThat(letter.kind()).isEqualTo("add-member");
            assertThat(letter.status()).isEqualTo(404);
        });
        scene.forgetChanges();
        return run;
    }

    private static List<String> drift(RunRow run) {
        return STAGE.app()
                .getBean(JdbcClient.class)
                .sql("select distinct trim(kind || ' ' || coalesce(user_name, '') || ' ' || coalesce(group_name, ''))"
                        + " as what from operation where run_id = ? and drift = true order by what")
                .param(run.id())
                .query(String.class)
                .list();
    }

    @Test
    void aGroupIsMadeAnewByTheNextRunWithAllWhoWereInIt() {
        Scene scene = STAGE.scene("group");
        refused(scene);
        RunRow next = scene.sync();
        assertThat(next.state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.deadLetters()).isEmpty();
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(product.directory().members("team-a")).containsExactly("ann", "bob", "cid", "dee", "eve", "fay");
        }
        // That Fay joins is Entra's change.
        assertThat(drift(next))
                .containsExactly(
                        "add-member ann team-a",
                        "add-member bob team-a",
                        "add-member cid team-a",
                        "add-member dee team-a",
                        "add-member eve team-a",
                        "create-group  team-a");
        assertThat(STAGE.app()
                        .getBean(RunViews.class)
                        .find(next.id())
                        .orElseThrow()
                        .drift())
                .containsEntry("jira", 6L);
        assertThat(scene.operations(scene.reconcile())).isEmpty();
    }

    @Test
    void whereGroupsAreNotCreatedThatIsSaidAndTheLetterIsClosed() {
        Scene scene = STAGE.scene("not-created");
        refused(scene);
        RunRow next = scene.sync();
        assertThat(next.state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.operations(next)).isEmpty();
        assertThat(scene.decisions("jira")).containsEntry("team-a", "group-create-off");
        assertThat(scene.deadLetters()).isEmpty();
    }

    @Test
    void aGroupThatIsMadeAnewByHandIsTheirs() {
        Scene scene = STAGE.scene("back");
        refused(scene);
        scene.sync();
        for (SimulatedProduct product : scene.landscape().products()) {
            product.directory().seed().group("team-a").member("ann", "team-a").member("bob", "team-a");
        }
        Cast.leave(Kept.in(TENANTS, "back"), "team-a", "ann");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(product.directory().members("team-a")).contains("ann", "fay");
        }
    }

    @Test
    void aRefusalAlthoughAllIsThereWaitsLikeAnyOther() {
        Scene scene = STAGE.scene("still-there");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        Cast.join(Kept.in(TENANTS, "still-there"), "team-b", "fay");
        scene.jira()
                .server()
                .plan(PlannedFault.answer(
                        request -> request.method().equals("POST"), FOR_GOOD, SimulatedAnswer.json(404, "{}")));
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(scene.operations(scene.sync()))
                .extracting(Scene.Operation::reason)
                .containsExactly("waiting-to-retry");
        int asked = scene.jira().server().exchanges().size();
        scene.sync();
        assertThat(scene.jira().server().exchanges()).hasSize(asked);
        assertThat(scene.jira().directory().members("team-b")).containsExactly("ann");
    }

    @Test
    void anAccountIsMadeAnewAndPutWhereItWas() {
        Scene scene = STAGE.scene("account");
        SimulatedTenant tenant = Kept.in(TENANTS, "account");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        Cast.group(tenant, "team-new", "ann", "bob");
        scene.jira()
                .server()
                .plan(PlannedFault.changed(
                        request -> request.method().equals("POST")
                                && request.rawPath().endsWith("/group"),
                        1,
                        answer -> {
                            scene.jira().directory().seed().deleteUser("ann");
                            return answer;
                        }));
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(scene.deadLetters()).extracting(DeadLetter::user).containsExactly("ann");

        RunRow next = scene.sync();
        assertThat(next.state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.deadLetters()).isEmpty();
        for (String group : List.of("team-a", "team-b", "team-new")) {
            assertThat(scene.jira().directory().members(group)).contains("ann");
        }
        assertThat(drift(next))
                .containsExactly(
                        "add-member ann team-a",
                        "add-member ann team-b",
                        "add-member ann team-gone",
                        "create-user ann");
        assertThat(scene.operations(scene.reconcile())).isEmpty();
    }
}
