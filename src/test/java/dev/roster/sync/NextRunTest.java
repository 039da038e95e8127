package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import dev.roster.store.RunState;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever sees what a run has come to can do the next thing at once. */
class NextRunTest {

    private static final Stage STAGE = Stage.empty();

    @BeforeAll
    static void start() {
        STAGE.scene("ends", Landscape.start(Cast.six()));
        Scene waits = STAGE.scene("waits", Landscape.start(Cast.six())).with("limits.first-run", "approve");
        waits.landscape()
                .products()
                .forEach(product -> product.directory().seed().user("old", "Old", "old@example.com"));
        STAGE.app();
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    /** Asked again without a pause: the moment of the change is what matters here. */
    private static RunRow atOnce(long run) {
        RunRows rows = STAGE.app().getBean(RunRows.class);
        return Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofNanos(1))
                .until(() -> rows.find(run).orElseThrow(), row -> !row.state().working());
    }

    @Test
    void oneRunFollowsTheOther() {
        Scene scene = STAGE.scene("ends");
        for (int round = 0; round < 20; round++) {
            assertThat(atOnce(scene.start()).state()).isEqualTo(RunState.COMPLETED);
        }
    }

    @Test
    void aRunThatWaitsIsInNobodysWay() {
        Scene scene = STAGE.scene("waits");
        RunRow waiting = atOnce(scene.start());
        assertThat(waiting.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        for (int round = 0; round < 10; round++) {
            RunRow again = atOnce(scene.start());
            assertThat(again.state()).isEqualTo(RunState.COMPLETED);
            assertThat(again.message()).contains("the same plan as run " + waiting.id());
        }
        assertThat(scene.approve(waiting).state()).isEqualTo(RunState.COMPLETED);
    }
}
