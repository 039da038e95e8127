package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.store.Database;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A group for everybody that Entra fills as well, and one for those whose account a run creates. */
class DefaultGroupsTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    void eachMembershipIsPlannedOnceAndNewUsersAreThoseOfTheRun(Database database) {
        SimulatedTenant tenant = Cast.nobody();
        Cast.people(tenant, "ann", "bob");
        Cast.group(tenant, "team-a", "ann");
        try (Stage stage = Stage.empty()
                .withProperty("spring.datasource.url", database.fresh())
                .withProperty("spring.datasource.username", database.user())) {
            Scene scene = stage.scene("acme", Landscape.start(tenant))
                    .without("confluence")
                    .without("bitbucket")
                    .with("groups.include", "team-.*")
                    .with("groups.default-groups.all-users", "team-a")
                    .with("groups.default-groups.new-users", "welcome");
            scene.jira().directory().seed().group("welcome");

            assertThat(added(scene, scene.sync()))
                    .containsExactlyInAnyOrder(
                            "ann team-a member-in-entra",
                            "bob team-a default-group",
                            "ann welcome default-group",
                            "bob welcome default-group");

            Cast.people(tenant, "cid");
            Cast.join(tenant, "team-a", "cid");
            Cast.join(tenant, "team-a", "bob");
            assertThat(added(scene, scene.sync()))
                    .containsExactlyInAnyOrder("cid team-a member-in-entra", "cid welcome default-group");
            assertThat(added(scene, scene.reconcile())).isEmpty();
        }
    }

    private static List<String> added(Scene scene, RunRow run) {
        assertThat(run.state()).as(run.toString()).isEqualTo(RunState.COMPLETED);
        return scene.operations(run).stream()
                .filter(operation -> operation.kind().equals("add-member"))
                .map(operation -> operation.user() + " " + operation.group() + " " + operation.reason())
                .toList();
    }
}
