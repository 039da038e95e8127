package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.store.RunState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A wait that a product asked another instance for, while this one was running. */
class OthersWaitTest {

    @Test
    @DisplayName("G1 the next run obeys it, whichever instance it is in")
    void isObeyedHere() {
        try (Stage stage = Stage.empty()) {
            Scene scene = stage.scene("acme", Landscape.start(Cast.six())).with("groups.include", "team-.*");
            stage.app();
            Queue<Instant> asked = new ConcurrentLinkedQueue<>();
            scene.jira()
                    .server()
                    .plan(PlannedFault.answer(
                            request -> {
                                asked.add(Instant.now());
                                return false;
                            },
                            1,
                            SimulatedAnswer.empty(204)));
            Instant until = Instant.now().plus(Duration.ofSeconds(2));
            stage.app()
                    .getBean(JdbcClient.class)
                    .sql("insert into left_alone (service, until_at) values ('acme.jira', ?)")
                    .param(until.atOffset(ZoneOffset.UTC))
                    .update();

            assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
            assertThat(asked).isNotEmpty().allMatch(time -> !time.isBefore(until));
        }
    }
}
