package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.GraphBehaviour;
import dev.roster.demo.graph.SimulatedGroup;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.EntraGroupQuery;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A group whose members Entra shows only to those with a permission of its own. */
class HiddenGroupsTest {

    private static final Stage STAGE = Stage.empty();

    @BeforeAll
    static void scenes() {
        scene("hidden");
        scene("scope").with("scope.groups", "team-hidden");
        scene("seen");
        scene("seen-scope").with("scope.groups", "team-hidden");
        for (String name : new String[] {"seen", "seen-scope"}) {
            grant(STAGE.scene(name), "Member.Read.Hidden");
        }
    }

    private static Scene scene(String name) {
        SimulatedTenant tenant = Cast.six();
        SimulatedGroup hidden = tenant.add(SimulatedGroup.microsoft365(tenant.nextId(), "team-hidden")
                .withVisibility(SimulatedGroup.HIDDEN_MEMBERSHIP));
        tenant.addMember(hidden.id(), Cast.person(tenant, "ann").id());
        return STAGE.scene(name, Landscape.start(tenant))
                .with("groups.include", "team-.*")
                .with("groups.kinds", "security,microsoft-365");
    }

    private static void grant(Scene scene, String... further) {
        Set<String> permissions = new TreeSet<>(GraphBehaviour.USUAL_PERMISSIONS);
        permissions.addAll(Set.of(further));
        scene.graph().behaviour().grant(permissions);
    }

    private static @Nullable Long members(Scene scene) {
        return STAGE.app().getBean(EntraGroupQuery.class).list(scene.connection()).stream()
                .filter(group -> group.name().equals("team-hidden"))
                .findFirst()
                .orElseThrow()
                .members();
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @Test
    void withoutThePermissionItIsLeftAsItIs() {
        Scene scene = STAGE.scene("hidden");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.decisions("jira")).containsEntry("team-hidden", "group-hidden");
        assertThat(members(scene)).as("not known, which is not none").isNull();
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(product.directory().hasGroup("team-hidden")).isFalse();
        }
        RunRow run = STAGE.scene("scope").sync();
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.message()).contains("hides the members of 'team-hidden'");
    }

    @Test
    void withThePermissionItIsAGroupLikeAnyOther() {
        Scene scene = STAGE.scene("seen");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(product.directory().members("team-hidden")).containsExactly("ann");
        }
        assertThat(members(scene)).isEqualTo(1);
        Scene scope = STAGE.scene("seen-scope");
        assertThat(scope.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(scope.jira().directory().account("ann")).isPresent();
        assertThat(scope.jira().directory().account("bob")).isEmpty();
    }
}
