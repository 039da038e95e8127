package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.LogForOneTest;
import dev.roster.Scene;
import dev.roster.SmallDisk;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The disk that the log is written to is full: runs go on, and what they would have said there is lost. */
class FullLogDiskTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static boolean isTold(RunRow run, Path log) throws IOException {
        return Files.readString(log).contains("run " + run.id() + " of " + Landscape.CONNECTION + " begins");
    }

    @AfterEach
    void giveBack() {
        LogForOneTest.giveBack();
    }

    @Test
    @DisplayName("K9 a full disk of the log hinders no run, and with room again the log goes on")
    void aFullDiskOfTheLog() throws Exception {
        LogForOneTest.take();
        SimulatedTenant tenant = Cast.six();
        try (SmallDisk disk = SmallDisk.of(1);
                Stage stage = Stage.on(Landscape.start(tenant))
                        .withProperty(
                                "logging.file.name",
                                disk.folder().resolve("roster.log").toString())) {
            Scene scene = stage.scene(Landscape.CONNECTION);
            Path log = disk.folder().resolve("roster.log");
            assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
            disk.take(2);
            // Some lines fit into the last block.
            Awaitility.await().atMost(PATIENCE).until(() -> !isTold(scene.sync(), log));

            Cast.people(tenant, "gus");
            RunRow run = scene.sync();
            assertThat(run.state()).isEqualTo(RunState.COMPLETED);
            assertThat(scene.jira().directory().account("gus")).isPresent();
            assertThat(isTold(run, log)).isFalse();

            disk.free();
            // After each line that is lost, the log waits longer before it tries again.
            Awaitility.await().atMost(PATIENCE).until(() -> isTold(scene.sync(), log));
        }
    }
}
