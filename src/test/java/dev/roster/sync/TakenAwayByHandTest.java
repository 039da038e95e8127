package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.RunState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Roster gave, somebody took away by hand, and somebody put back by hand stays: it is theirs now. */
class TakenAwayByHandTest {

    private static final Stage STAGE = Stage.empty();
    private static final SimulatedTenant TENANT = Cast.six();

    @BeforeAll
    static void scenes() {
        STAGE.scene("hand", Landscape.start(TENANT))
                .with("groups.include", "team-.*")
                .with("groups.existing", "join")
                .with("groups.delete", "true");
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static void completed(Scene scene) {
        assertThat(scene.reconcile().state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void whatIsPutBackByHandStays() {
        Scene scene = STAGE.scene("hand");
        for (SimulatedProduct product : scene.landscape().products()) {
            product.directory().seed().group("team-a");
        }
        completed(scene);
        for (SimulatedProduct product : scene.landscape().products()) {
            product.directory().seed().removeMember("bob", "team-a").deleteGroup("team-gone");
        }
        Cast.leave(TENANT, "team-a", "bob");
        TENANT.deleteGroup(TENANT.groupNamed("team-gone").id());
        completed(scene);
        for (SimulatedProduct product : scene.landscape().products()) {
            product.directory()
                    .seed()
                    .group("team-gone")
                    .member("ann", "team-gone")
                    .member("bob", "team-a");
        }
        Cast.leave(TENANT, "team-a", "cid");
        scene.forgetChanges();
        completed(scene);
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(product.directory().members("team-a")).containsExactly("ann", "bob", "dee", "eve");
            assertThat(product.directory().members("team-gone")).containsExactly("ann");
            assertThat(Scene.changes(product)).containsExactly("REMOVE_MEMBER cid team-a");
        }
    }
}
