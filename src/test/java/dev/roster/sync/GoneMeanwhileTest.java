package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.RunState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Entra changes after a run has planned, and before it has sent: the run does what it planned, the next mends it. */
class GoneMeanwhileTest {

    /** Happens while the first creation of the run is under way; those of the waves after it have not been sent. */
    private static void whileGroupsAreCreated(SimulatedProduct product, Runnable happens) {
        product.server()
                .plan(PlannedFault.changed(
                        request -> request.method().equals("POST")
                                && request.rawPath().contains("/group"),
                        1,
                        answer -> {
                            happens.run();
                            return answer;
                        }));
    }

    @Test
    @DisplayName("D7 who is deleted between plan and send has an account until the next run, and no longer")
    void deletedMeanwhile() {
        SimulatedTenant tenant = Cast.six();
        try (Stage stage = Stage.on(Landscape.start(tenant)).with("groups.include", "team-.*")) {
            Scene scene = stage.scene(Landscape.CONNECTION);
            whileGroupsAreCreated(scene.jira(), () -> {
                Cast.delete(tenant, "eve");
                Cast.leave(tenant, "team-a", "bob");
            });
            assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
            assertThat(Scene.changes(scene.jira())).contains("CREATE_USER eve", "ADD_MEMBER bob team-a");

            scene.forgetChanges();
            assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
            assertThat(Scene.changes(scene.jira()))
                    .containsExactlyInAnyOrder("DEACTIVATE_USER eve", "REMOVE_MEMBER bob team-a");
            assertThat(scene.bitbucket().directory().members("team-a")).doesNotContain("bob");
            scene.forgetChanges();
            scene.sync();
            assertThat(Scene.changes(scene.jira())).isEmpty();
        }
    }

    @Test
    @DisplayName("D7 who comes back between plan and send is let in again by the next run")
    void backMeanwhile() {
        SimulatedTenant tenant = Cast.six();
        try (Stage stage = Stage.on(Landscape.start(tenant)).with("groups.include", "team-.*")) {
            Scene scene = stage.scene(Landscape.CONNECTION);
            scene.sync();
            Cast.enable(tenant, "eve", false);
            Cast.group(tenant, "team-new", "ann");
            scene.forgetChanges();
            whileGroupsAreCreated(scene.jira(), () -> Cast.enable(tenant, "eve", true));
            assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
            assertThat(Scene.changes(scene.jira())).contains("DEACTIVATE_USER eve");

            scene.sync();
            assertThat(scene.jira().directory().account("eve").orElseThrow().active())
                    .isTrue();
            assertThat(scene.jira().directory().members("team-a")).contains("eve");
        }
    }
}
