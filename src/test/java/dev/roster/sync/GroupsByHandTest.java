package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.run.RunQueue;
import dev.roster.run.RunRequest;
import dev.roster.store.DeadLetters.DeadLetter;
import dev.roster.store.Run;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody did to groups in the products by hand, where Roster does not know of it yet. */
class GroupsByHandTest {

    private static final Stage STAGE = Stage.empty();
    private static final Map<String, SimulatedTenant> TENANTS = new LinkedHashMap<>();

    @BeforeAll
    static void scenes() {
        for (String name : List.of("deleted", "approve", "skip", "refused", "fails")) {
            SimulatedTenant tenant = Cast.six();
            TENANTS.put(name, tenant);
            STAGE.scene(name, Landscape.start(tenant)).with("groups.include", "team-.*");
        }
        STAGE.scene("skip").with("groups.existing", "skip");
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static void completed(RunRow run) {
        assertThat(run.state()).as(String.valueOf(run)).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void whoIsToLeaveAGroupThatIsGoneHasLeftIt() {
        Scene scene = STAGE.scene("deleted");
        completed(scene.sync());
        for (SimulatedProduct product : scene.landscape().products()) {
            product.directory().seed().deleteGroup("team-a");
        }
        Cast.leave(Kept.in(TENANTS, "deleted"), "team-a", "eve");
        RunRow ordinary = scene.sync();
        completed(ordinary);
        assertThat(scene.operations(ordinary))
                .hasSize(3)
                .allSatisfy(operation -> assertThat(operation.kind() + " " + operation.user() + " " + operation.group()
                                + " " + operation.status())
                        .isEqualTo("remove-member eve team-a done"));
        assertThat(scene.deadLetters()).isEmpty();
        completed(scene.reconcile());
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(product.directory().members("team-a")).containsExactly("ann", "bob", "cid", "dee");
        }
    }

    /** Who is out of the group already, by hand, while the look that would tell is refused or fails. */
    @ParameterizedTest
    @CsvSource({"refused, 403", "fails, 500"})
    void aLookThatFailsLeavesTheRefusalAsADeadLetter(String name, int status) {
        Scene scene = STAGE.scene(name);
        completed(scene.sync());
        for (SimulatedProduct product : List.of(scene.jira(), scene.bitbucket())) {
            product.directory().seed().removeMember("eve", "team-a");
            product.server()
                    .plan(PlannedFault.answer(
                            GroupsByHandTest::looks, Integer.MAX_VALUE, SimulatedAnswer.json(status, "{}")));
        }
        Cast.leave(Kept.in(TENANTS, name), "team-a", "eve");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(scene.deadLetters())
                .extracting(letter -> letter.target() + " " + letter.kind() + " " + letter.status())
                .containsExactlyInAnyOrder("jira remove-member 400", "bitbucket remove-member 404");
        assertThat(scene.confluence().directory().members("team-a")).doesNotContain("eve");
    }

    private static boolean looks(SimulatedRequest request) {
        return request.method().equals("GET")
                && (request.rawPath().endsWith("/admin/groups")
                        || request.toString().contains("expand=groups"));
    }

    /** A plan that creates team-late waits; meanwhile somebody makes a group of this name. */
    private static RunRow approvedTooLate(Scene scene) {
        completed(scene.sync());
        Cast.group(Kept.in(TENANTS, scene.connection()), "team-late", "ann", "bob");
        long plan = STAGE.app()
                .getBean(RunQueue.class)
                .start(new RunRequest(scene.connection(), Run.Mode.PLAN, false, List.of(), "api", null));
        RunRow planned = scene.ended(plan);
        for (SimulatedProduct product : scene.landscape().products()) {
            product.directory().seed().group("team-late").user("local", "Local", "local@example.com");
            product.directory().seed().member("local", "team-late");
        }
        return scene.approve(planned);
    }

    private static void holds(Scene scene, String... members) {
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(product.directory().members("team-late")).containsExactly(members);
        }
    }

    @Test
    void aGroupThatAppearedUnderAPlanIsJoinedByTheNextOneAfterApproval() {
        Scene scene = STAGE.scene("approve");
        assertThat(approvedTooLate(scene).state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        holds(scene, "local");
        assertThat(scene.deadLetters())
                .extracting(DeadLetter::kind)
                .containsExactly("create-group", "create-group", "create-group");
        RunRow next = scene.sync();
        assertThat(next.state()).as(String.valueOf(next)).isEqualTo(RunState.AWAITING_APPROVAL);
        assertThat(next.waitsFor()).contains("1 existing groups of jira");
        holds(scene, "local");
        completed(scene.approve(next));
        holds(scene, "ann", "bob", "local");
        assertThat(scene.deadLetters()).isEmpty();
    }

    @Test
    void aGroupThatAppearedUnderAPlanIsLeftAloneWhereExistingOnesAre() {
        Scene scene = STAGE.scene("skip");
        assertThat(approvedTooLate(scene).state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        RunRow next = scene.sync();
        completed(next);
        holds(scene, "local");
        assertThat(scene.decisions("jira")).containsEntry("team-late", "group-existing-skipped");
        assertThat(scene.deadLetters()).isEmpty();
    }
}
