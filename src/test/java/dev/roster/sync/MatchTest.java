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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Accounts that were there before, under the person's name, with their address, with both, or with neither. */
class MatchTest {

    private static final Stage STAGE = Stage.empty();
    private static final Map<String, SimulatedTenant> TENANTS = new LinkedHashMap<>();

    @BeforeAll
    static void scenes() {
        scene("approve").with("users.rename", "true");
        scene("conflicts").with("users.existing", "adopt");
        scene("by-name").with("users.existing", "adopt").with("users.match", "entra-id,username");
        scene("by-email").with("users.existing", "adopt").with("users.match", "entra-id,email");
        scene("administrators").with("users.existing", "adopt").with("users.adopt", "boss-eve");
        scene("without-record")
                .with("users.existing", "adopt")
                .with("users.match", "username")
                .with("users.rename", "true");
        scene("anew");
        scene("hidden").with("users.match", "entra-id,email");
        scene("look-up", JiraVersion.V10_0);
    }

    private static Scene scene(String name) {
        return scene(name, JiraVersion.V11);
    }

    private static Scene scene(String name, JiraVersion jira) {
        SimulatedTenant tenant = Cast.six();
        TENANTS.put(name, tenant);
        return STAGE.scene(name, Landscape.start(tenant, jira, ConfluenceVersion.V10_0, BitbucketVersion.V10))
                .with("groups.include", "team-.*");
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static List<SimulatedProduct> withEmails(Scene scene) {
        return List.of(scene.jira(), scene.bitbucket());
    }

    private static void local(Scene scene, String name, String email) {
        for (SimulatedProduct product : scene.landscape().products()) {
            product.directory().seed().user(name, "The " + name, email);
        }
    }

    private static void assertCompleted(RunRow run) {
        assertThat(run.state()).as(String.valueOf(run)).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void anAccountWithTheAddressWaitsForApprovalIsTakenOverAndRenamed() {
        Scene scene = STAGE.scene("approve");
        local(scene, "alee", "ANN@example.com");
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        assertThat(run.waitsFor())
                .contains("1 existing accounts of jira", "1 existing accounts of bitbucket")
                .doesNotContain("accounts of confluence");
        assertCompleted(scene.approve(run));
        for (SimulatedProduct product : withEmails(scene)) {
            assertThat(Scene.changes(product)).contains("RENAME_USER alee ann").doesNotContain("CREATE_USER ann");
            assertThat(product.directory().members("team-a")).containsExactly("ann", "bob", "cid", "dee", "eve");
            assertThat(product.directory().account("alee")).isEmpty();
        }
        assertThat(scene.decisions("jira")).containsEntry("ann@example.com", "adopted");
        scene.sync();
        assertThat(scene.decisions("jira")).containsEntry("ann@example.com", "unchanged");
    }

    @Test
    void whereNoAddressesAreShownTheStepIsNotPossibleAndThePlanSaysSo() {
        for (String name : List.of("hidden", "look-up")) {
            Scene scene = STAGE.scene(name);
            RunRow run = scene.sync();
            assertThat(scene.operations(run))
                    .filteredOn(operation -> operation.kind().equals("create-user"))
                    .filteredOn(operation -> operation.target().equals("confluence"))
                    .isNotEmpty()
                    .allSatisfy(operation -> assertThat(operation.reason()).isEqualTo("email-not-possible"));
        }
        // A Jira that cannot list its accounts shows only those that are asked for by name.
        assertThat(STAGE.scene("look-up").decisions("jira")).doesNotContainValue("no-match");
        assertThat(STAGE.scene("look-up").decisions("bitbucket")).doesNotContainValue("email-not-possible");
    }

    @Test
    void whatCannotBeToldWithoutGuessingIsLeftAsItIs() {
        Scene scene = STAGE.scene("conflicts");
        local(scene, "ann1", "ann@example.com");
        local(scene, "ann2", "ann@example.com");
        local(scene, "bob", "other@example.com");
        local(scene, "bobby", "bob@example.com");
        local(scene, "shared", "desk@example.com");
        SimulatedTenant tenant = Kept.in(TENANTS, "conflicts");
        for (String name : List.of("cid", "dee")) {
            tenant.changePerson(Cast.upn(name), person -> person.withMail("desk@example.com"));
        }
        assertCompleted(scene.sync());
        for (SimulatedProduct product : withEmails(scene)) {
            assertThat(Scene.changes(product)).noneMatch(change -> change.matches(".* (ann.?|bob.*|shared|cid|dee).*"));
        }
        for (String target : List.of("jira", "bitbucket")) {
            for (String name : List.of("ann", "bob", "cid", "dee")) {
                assertThat(scene.decisions(target)).containsEntry(Cast.upn(name), "match-conflict");
            }
            assertThat(scene.decisions(target)).containsEntry(Cast.upn("eve"), "no-match");
        }

        for (SimulatedProduct product : withEmails(scene)) {
            product.directory().seed().deleteUser("ann2").deleteUser("bob");
        }
        tenant.changePerson(Cast.upn("dee"), person -> person.withMail("dee@example.com"));
        assertCompleted(scene.reconcile());
        for (String name : List.of("ann", "bob", "cid")) {
            assertThat(scene.decisions("bitbucket")).containsEntry(Cast.upn(name), "adopted");
        }
    }

    @Test
    void withoutTheEmailStepAddressesCountForNothing() {
        Scene scene = STAGE.scene("by-name");
        local(scene, "alee", "ann@example.com");
        local(scene, "bob", "other@example.com");
        assertCompleted(scene.sync());
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(product.directory().account("ann")).isPresent();
            assertThat(product.directory().account("alee")).isPresent();
        }
        assertThat(scene.decisions("confluence"))
                .containsEntry("ann@example.com", "no-match")
                .containsEntry("bob@example.com", "adopted");
    }

    @Test
    void withoutTheUsernameStepANameMakesNobodyAnAccountsOwner() {
        Scene scene = STAGE.scene("by-email");
        Cast.people(Kept.in(TENANTS, "by-email"), "zoe");
        local(scene, "zoe", "local-zoe@example.com");
        scene.sync();
        for (String target : List.of("jira", "confluence", "bitbucket")) {
            assertThat(scene.decisions(target)).containsEntry("zoe@example.com", "name-taken");
        }
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(product.directory().account("zoe").orElseThrow().displayName())
                    .isEqualTo("The zoe");
            assertThat(Scene.changes(product)).noneMatch(change -> change.contains(" zoe"));
        }
    }

    @Test
    void administratorsAreNotFoundByTheirAddressUnlessNamedNorIsTheAccountThatRosterSignsInWith() {
        Scene scene = STAGE.scene("administrators");
        for (SimulatedProduct product : withEmails(scene)) {
            String administrators = product.directory().groups().stream()
                    .filter(group -> group.endsWith("-administrators"))
                    .findFirst()
                    .orElseThrow();
            product.directory()
                    .seed()
                    .user("boss-dee", "Boss", "dee@example.com")
                    .user("boss-eve", "Boss", "eve@example.com")
                    .member("boss-dee", administrators)
                    .member("boss-eve", administrators)
                    .described("admin", "Administrator", "bob@example.com");
        }
        assertCompleted(scene.sync());
        for (SimulatedProduct product : withEmails(scene)) {
            assertThat(Scene.changes(product)).noneMatch(change -> change.matches(".* (boss-dee|dee|admin)( .*)?"));
            assertThat(product.directory().members("team-a"))
                    .contains("boss-eve", "bob")
                    .doesNotContain("admin");
        }
        assertThat(scene.decisions("jira"))
                .containsEntry("dee@example.com", "administrator")
                .containsEntry("eve@example.com", "adopted")
                .containsEntry("bob@example.com", "no-match");
    }

    @Test
    void aUsernameOnceGivenIsPinnedEvenWhereOnlyUsernamesAreAskedFor() {
        Scene scene = STAGE.scene("without-record");
        assertCompleted(scene.sync());
        scene.forgetChanges();
        SimulatedTenant tenant = Kept.in(TENANTS, "without-record");
        local(scene, "boss", "boss@example.com");
        tenant.changePerson(Cast.upn("ann"), person -> person.withMailNickname("anna"));
        tenant.changePerson(Cast.upn("bob"), person -> person.withMailNickname("boss"));
        assertCompleted(scene.sync());
        for (SimulatedProduct product : withEmails(scene)) {
            assertThat(Scene.changes(product)).containsExactly("RENAME_USER ann anna");
        }
        assertThat(scene.decisions("jira")).containsEntry("bob@example.com", "match-conflict");
    }

    @Test
    void anAccountMadeAnewByHandUnderTheSameNameIsTakenOverByApprovalOnly() {
        Scene scene = STAGE.scene("anew");
        assertCompleted(scene.sync());
        scene.forgetChanges();
        for (SimulatedProduct product : scene.landscape().products()) {
            product.directory().seed().deleteUser("ann").user("ann", "Ann Else", "else@example.com");
        }
        RunRow run = scene.reconcile();
        assertThat(run.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        assertThat(run.waitsFor()).contains("1 existing accounts of jira", "1 existing accounts of confluence");
        assertCompleted(scene.approve(run));
        assertThat(scene.jira().directory().groupsOf("ann")).contains("team-a", "team-b");
        assertThat(scene.operations(scene.sync())).isEmpty();
    }
}
