package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.LogForOneTest;
import dev.roster.Scene;
import dev.roster.SmallDisk;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.store.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The disk that the log is written to is full: runs go on, and what they would have said there is lost. */
class FullLogDiskTest {

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
            long full = Files.size(log);

            Cast.people(tenant, "gus");
            assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
            assertThat(scene.jira().directory().account("gus")).isPresent();
            assertThat(Files.size(log)).as("what fits into the last block").isLessThan(full + 8192);
        }
    }
}
