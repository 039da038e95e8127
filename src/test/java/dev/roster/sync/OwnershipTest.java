package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.JiraSimulator;
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

/** Only what Roster gave may it take; what was in a product before stays, unless the settings say otherwise. */
class OwnershipTest {

    private static final Stage STAGE = Stage.empty();
    private static final Map<String, SimulatedTenant> TENANTS = new LinkedHashMap<>();

    @BeforeAll
    static void scenes() {
        for (String membership : List.of("managed", "additive", "exact")) {
            scene(membership).with("groups.membership", membership).with("groups.existing", "join");
        }
        scene("approve");
        scene("adopt").with("users.existing", "adopt").with("groups.existing", "skip");
        scene("skip").with("users.existing", "skip").with("groups.existing", "join");
        scene("administrators").with("users.existing", "adopt").with("users.adopt", "eve");
        scene("manual")
                .with("groups.mapping", "manual")
                .with("groups.manual.team-a", JiraSimulator.USERS + ",jira-administrators")
                .with("groups.manual.team-b", "new-here");
        scene("protected")
                .with("users.existing", "adopt")
                .with("groups.existing", "join")
                .with("users.protected", "ANN")
                .with("groups.protected", "team-a");
        scene("first-run").with("limits.first-run", "approve");
        scene("own-group");
        for (String adopts : List.of("true", "false")) {
            scene("adopt-memberships-" + adopts)
                    .with("users.existing", "adopt")
                    .with("groups.existing", "join")
                    .with("groups.adopt-memberships", adopts);
        }
    }

    private static Scene scene(String name) {
        SimulatedTenant tenant = Cast.six();
        TENANTS.put(name, tenant);
        return STAGE.scene(name, Landscape.start(tenant)).with("groups.include", "team-.*");
    }

    /** A local user and group, a local member of a group that Entra fills as well, and the administrator in it. */
    private static void locals(Scene scene) {
        for (SimulatedProduct product : scene.landscape().products()) {
            product.directory()
                    .seed()
                    .user("local", "Local", "local@example.com")
                    .user("idle", "Idle", "idle@example.com")
                    .active("idle", false)
                    .group("locals")
                    .group("team-a")
                    .member("local", "locals")
                    .member("local", "team-a")
                    .member("admin", "team-a");
        }
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static void assertCompleted(RunRow run) {
        assertThat(run.state()).as(String.valueOf(run)).isEqualTo(RunState.COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"managed", "additive"})
    void localUsersGroupsAndMembershipsStay(String membership) {
        Scene scene = STAGE.scene(membership);
        locals(scene);
        assertCompleted(scene.sync());
        Cast.leave(Kept.in(TENANTS, membership), "team-a", "eve");
        assertCompleted(scene.sync());
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(Scene.changes(product))
                    .noneMatch(change -> change.matches(".* (local|idle|admin|locals)( .*)?"));
            assertThat(product.directory().members("locals")).containsExactly("local");
            assertThat(product.directory().members("team-a")).contains("admin", "local", "ann");
            assertThat(product.directory().members("team-a").contains("eve"))
                    .as("additive takes nothing away")
                    .isEqualTo(membership.equals("additive"));
        }
    }

    @Test
    void exactTakesLocalMembersButNeverTheAccountThatRosterSignsInWith() {
        Scene scene = STAGE.scene("exact");
        locals(scene);
        assertCompleted(scene.sync());
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(product.directory().members("team-a"))
                    .containsExactly("admin", "ann", "bob", "cid", "dee", "eve");
            assertThat(product.directory().members("locals")).containsExactly("local");
            assertThat(product.directory().account("local")).isPresent();
        }
    }

    @Test
    void existingAccountsAndGroupsWaitForApprovalAndAreThenTakenOver() {
        Scene scene = STAGE.scene("approve");
        for (SimulatedProduct product : scene.landscape().products()) {
            product.directory()
                    .seed()
                    .user("ann", "Ann Before", "ann@example.com")
                    .group("team-a")
                    .member("ann", "team-a");
        }
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        assertThat(run.waitsFor()).contains("1 existing accounts of jira", "1 existing groups of bitbucket");
        scene.landscape()
                .products()
                .forEach(product -> assertThat(Scene.changes(product)).isEmpty());

        assertCompleted(scene.approve(run));
        assertThat(Scene.changes(scene.jira())).contains("UPDATE_USER ann", "ADD_MEMBER bob team-a");

        scene.forgetChanges();
        Cast.enable(Kept.in(TENANTS, "approve"), "ann", false);
        assertCompleted(scene.sync());
        assertThat(Scene.changes(scene.jira())).containsExactly("DEACTIVATE_USER ann");
    }

    @Test
    void groupsThatAreSkippedStayAsTheyAre() {
        Scene scene = STAGE.scene("adopt");
        locals(scene);
        for (SimulatedProduct product : scene.landscape().products()) {
            product.directory().seed().user("BOB", "The bob", "bob@example.com");
        }
        assertCompleted(scene.sync());
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(product.directory().members("team-a")).containsExactly("admin", "local");
            assertThat(product.directory().members("team-b")).containsExactly("ann");
            assertThat(Scene.changes(product)).doesNotContain("CREATE_USER bob", "UPDATE_USER BOB");
        }
        assertThat(scene.decisions("jira"))
                .containsEntry("bob@example.com", "adopted")
                .containsEntry("team-a", "group-existing-skipped");
    }

    @Test
    void accountsThatAreSkippedStayAsTheyAre() {
        Scene scene = STAGE.scene("skip");
        for (SimulatedProduct product : scene.landscape().products()) {
            product.directory()
                    .seed()
                    .user("ann", "Ann Before", "before@example.com")
                    .active("ann", false);
        }
        assertCompleted(scene.sync());
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(Scene.changes(product)).noneMatch(change -> change.contains(" ann"));
            assertThat(product.directory().account("ann").orElseThrow().displayName())
                    .isEqualTo("Ann Before");
            assertThat(product.directory().members("team-a")).containsExactly("bob", "cid", "dee", "eve");
        }
    }

    @Test
    void administratorsAreAdoptedOnlyWhenNamed() {
        Scene scene = STAGE.scene("administrators");
        for (SimulatedProduct product : scene.landscape().products()) {
            String administrators = product.directory().groups().stream()
                    .filter(group -> group.endsWith("-administrators"))
                    .findFirst()
                    .orElseThrow();
            product.directory()
                    .seed()
                    .user("dee", "Boss", "boss@example.com")
                    .user("eve", "Boss", "eve@example.com")
                    .member("dee", administrators)
                    .member("eve", administrators);
        }
        assertCompleted(scene.sync());
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(Scene.changes(product)).noneMatch(change -> change.contains(" dee"));
            assertThat(product.directory().members("team-a")).containsExactly("ann", "bob", "cid", "eve");
        }
        assertThat(scene.decisions("jira")).containsEntry("dee@example.com", "administrator");
    }

    @Test
    void manualMappingFillsNamedGroupsEvenTheAdministrators() {
        Scene scene = STAGE.scene("manual");
        assertCompleted(scene.sync());
        assertThat(scene.jira().directory().members(JiraSimulator.USERS))
                .containsExactly("admin", "ann", "bob", "cid", "dee", "eve");
        assertThat(scene.jira().directory().members("jira-administrators")).hasSize(6);
        assertThat(scene.jira().directory().members("new-here")).containsExactly("ann");
        assertThat(scene.jira().directory().hasGroup("team-a")).isFalse();
        scene.forgetChanges();
        Cast.leave(Kept.in(TENANTS, "manual"), "team-a", "bob");
        assertCompleted(scene.sync());
        assertThat(Scene.changes(scene.jira()))
                .containsExactlyInAnyOrder(
                        "REMOVE_MEMBER bob " + JiraSimulator.USERS, "REMOVE_MEMBER bob jira-administrators");
    }

    @Test
    void protectedAccountsAndGroupsAreNeverTouched() {
        Scene scene = STAGE.scene("protected");
        locals(scene);
        for (SimulatedProduct product : scene.landscape().products()) {
            product.directory().seed().user("ann", "Ann Before", "before@example.com");
        }
        assertCompleted(scene.sync());
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(Scene.changes(product)).noneMatch(change -> change.matches(".* (ann|team-a)( .*)?"));
        }
        assertThat(scene.decisions("bitbucket"))
                .containsEntry("ann@example.com", "protected")
                .containsEntry("team-a", "group-protected");
    }

    @Test
    void theFirstRunAgainstAProductWithUsersWaits() {
        Scene scene = STAGE.scene("first-run");
        scene.jira().directory().seed().user("local", "Local", "local@example.com");
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        assertThat(run.waitsFor()).contains("first run against jira").doesNotContain("confluence");
        scene.landscape()
                .products()
                .forEach(product -> assertThat(Scene.changes(product)).isEmpty());
        assertCompleted(scene.approve(run));
        assertCompleted(scene.sync());
    }

    @Test
    void aMemberByHandOfAGroupThatRosterCreatedGoesAgain() {
        Scene scene = STAGE.scene("own-group");
        assertCompleted(scene.sync());
        for (SimulatedProduct product : scene.landscape().products()) {
            product.directory()
                    .seed()
                    .user("local", "Local", "local@example.com")
                    .member("local", "team-a");
        }
        scene.forgetChanges();
        assertCompleted(scene.reconcile());
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(Scene.changes(product)).containsExactly("REMOVE_MEMBER local team-a");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void membershipsThatWereThereCountAsGivenOnlyWhereTheRuleSaysSo(String adopts) {
        Scene scene = STAGE.scene("adopt-memberships-" + adopts);
        locals(scene);
        for (SimulatedProduct product : scene.landscape().products()) {
            product.directory()
                    .seed()
                    .user("ann", "The ann", "ann@example.com")
                    .user("bob", "The bob", "bob@example.com")
                    .member("ann", "team-a")
                    .member("bob", "team-a")
                    .member("bob", "locals");
        }
        assertCompleted(scene.sync());
        SimulatedTenant tenant = Kept.in(TENANTS, "adopt-memberships-" + adopts);
        Cast.leave(tenant, "team-a", "bob");
        Cast.leave(tenant, "team-a", "cid");
        scene.forgetChanges();
        assertCompleted(scene.sync());
        for (SimulatedProduct product : scene.landscape().products()) {
            List<String> changes = Scene.changes(product);
            assertThat(changes).contains("REMOVE_MEMBER cid team-a");
            assertThat(changes.contains("REMOVE_MEMBER bob team-a")).isEqualTo(adopts.equals("true"));
            assertThat(product.directory().members("team-a")).contains("local", "admin", "ann");
            assertThat(product.directory().members("locals")).containsExactly("bob", "local");
        }
    }
}
