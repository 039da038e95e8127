package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedPerson;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.SimulatedAccount;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is selected: by groups, nested groups, filter, patterns and kind of user, and otherwise for one target. */
class ScopeTest {

    private static final Stage STAGE = Stage.empty();

    @BeforeAll
    static void scenes() {
        SimulatedTenant tenant = Cast.nobody();
        Cast.people(tenant, "direct", "nested", "outside", "guest", "excluded", "special");
        tenant.changePerson(Cast.upn("guest"), person -> person.withUserType(SimulatedPerson.GUEST));
        tenant.changePerson(Cast.upn("direct"), person -> person.with("department", "IT"));
        tenant.changePerson(Cast.upn("outside"), person -> person.with("department", "IT"));
        Cast.group(tenant, "staff", "direct", "guest", "excluded");
        Cast.group(tenant, "sub-staff", "nested");
        tenant.addMember(
                tenant.groupNamed("staff").id(), tenant.groupNamed("sub-staff").id());
        // Groups may be nested in a circle.
        tenant.addMember(
                tenant.groupNamed("sub-staff").id(), tenant.groupNamed("staff").id());
        Cast.group(tenant, "specials", "special");
        Cast.group(tenant, "twice", "direct");
        Cast.group(tenant, "twice", "nested");

        STAGE.scene("groups", Landscape.start(tenant))
                .with("scope.groups", "staff")
                .with("scope.exclude-users", "EXCL.*")
                .with("targets.confluence.scope.nested", "false")
                .with(
                        "targets.bitbucket.scope.groups",
                        tenant.groupNamed("specials").id());
        STAGE.scene("everybody", Landscape.start(tenant))
                .with("scope.guests", "true")
                .with("targets.confluence.scope.guests", "false")
                .with("targets.bitbucket.scope.include-users", "dir.*,NEST.*");
        STAGE.scene("filter", Landscape.start(tenant)).with("scope.user-filter", "department eq 'IT'");
        STAGE.scene("filters", Landscape.start(tenant))
                .with("scope.user-filter", "department eq 'IT'")
                .with("targets.confluence.scope.user-filter", "startsWith(userPrincipalName,'sp')")
                .with("targets.bitbucket.scope.user-filter", "");
        STAGE.scene("no-group", Landscape.start(tenant)).with("scope.groups", "nobody-knows");
        STAGE.scene("two-groups", Landscape.start(tenant)).with("scope.groups", "twice");
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static List<String> accounts(SimulatedProduct product) {
        return product.directory().accounts().stream()
                .map(SimulatedAccount::name)
                .filter(name -> !name.equals("admin"))
                .toList();
    }

    @Test
    void groupsSelectTheirMembersAndThoseOfNestedGroups() {
        Scene scene = STAGE.scene("groups");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(accounts(scene.jira())).containsExactly("direct", "nested");
        assertThat(accounts(scene.confluence())).containsExactly("direct");
        assertThat(accounts(scene.bitbucket())).containsExactly("special");
        assertThat(scene.decisions("jira"))
                .containsEntry("outside@example.com", "out-of-scope")
                .containsEntry("guest@example.com", "guest")
                .containsEntry("excluded@example.com", "excluded");
        assertThat(scene.operations(scene.sync())).isEmpty();
    }

    @Test
    void withoutGroupsTheWholeTenantIsSelected() {
        Scene scene = STAGE.scene("everybody");
        scene.sync();
        assertThat(accounts(scene.jira()))
                .containsExactly("direct", "excluded", "guest", "nested", "outside", "special");
        assertThat(accounts(scene.confluence())).containsExactly("direct", "excluded", "nested", "outside", "special");
        assertThat(accounts(scene.bitbucket())).containsExactly("direct", "nested");
        assertThat(scene.decisions("bitbucket")).containsEntry("outside@example.com", "not-included");
    }

    @Test
    void aFilterSelectsWhomGraphFinds() {
        Scene scene = STAGE.scene("filter");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(accounts(product)).containsExactly("direct", "outside");
        }
    }

    @Test
    void aTargetMayHaveAFilterOfItsOwnOrNone() {
        Scene scene = STAGE.scene("filters");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(accounts(scene.jira())).containsExactly("direct", "outside");
        assertThat(accounts(scene.confluence())).containsExactly("special");
        assertThat(accounts(scene.bitbucket())).containsExactly("direct", "excluded", "nested", "outside", "special");
        assertThat(scene.graph().server().exchanges())
                .filteredOn(exchange -> exchange.request().query().containsKey("$filter"))
                .hasSize(2);
        assertThat(scene.operations(scene.sync())).isEmpty();
    }

    @Test
    void aScopeThatNamesNoGroupOrTwoFailsTheRunBeforeAnythingIsWritten() {
        for (String name : List.of("no-group", "two-groups")) {
            Scene scene = STAGE.scene(name);
            RunRow run = scene.sync();
            assertThat(run.state()).isEqualTo(RunState.FAILED);
            assertThat(run.message()).contains("scope.groups", name.equals("no-group") ? "no group" : "2 groups");
            for (SimulatedProduct product : scene.landscape().products()) {
                assertThat(Scene.changes(product)).isEmpty();
            }
        }
    }
}
