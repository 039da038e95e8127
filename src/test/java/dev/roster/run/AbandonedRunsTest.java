package dev.roster.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.RunningService;
import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.store.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which runs of dead instances are finished by themselves. */
class AbandonedRunsTest {

    private static final Stage STAGE = Stage.empty();

    @BeforeAll
    static void start() {
        Scene scene = STAGE.scene("acme", Landscape.start(RunningService.smallTenant()));
        scene.sync();
    }

    @AfterAll
    static void end() {
        STAGE.close();
    }

    @BeforeEach
    void forget() {
        jdbc().sql("delete from run_lock").update();
    }

    private static JdbcClient jdbc() {
        return STAGE.app().getBean(JdbcClient.class);
    }

    private static List<RunRequest> toFinish() {
        return STAGE.app().getBean(AbandonedRuns.class).toFinish();
    }

    /** A run that holds the connection's lock. */
    private static void run(String mode, String trigger, String state, boolean stopping, Duration lease) {
        jdbc().sql("""
                insert into run (connection_no, mode, started_as, state, reconcile, targets, started_at, stopping)
                select no, ?, ?, ?, true, '["jira"]', ?, ? from connection_name where name = 'acme'""")
                .params(mode, trigger, state, Instant.now().atOffset(ZoneOffset.UTC), stopping)
                .update();
        jdbc().sql("""
                insert into run_lock (connection_no, run_id, holder, leased_until)
                select connection_no, id, 'somebody', ? from run where id = (select max(id) from run)""")
                .param(Instant.now().plus(lease).atOffset(ZoneOffset.UTC))
                .update();
    }

    @ParameterizedTest
    @CsvSource({"schedule, queued", "reconcile, reading", "api, planning", "route, applying"})
    void oneThatWasAtWorkIsWithWhatItWasAskedFor(String trigger, String state) {
        run("sync", trigger, state, false, Duration.ofSeconds(-1));
        assertThat(toFinish())
                .containsExactly(
                        new RunRequest("acme", Run.Mode.SYNC, true, List.of("jira"), AbandonedRuns.TRIGGER, null));
    }

    @ParameterizedTest
    @CsvSource({
        "plan, api, planning, false",
        "sync, user, applying, false",
        "sync, take-over, applying, false",
        "sync, schedule, applying, true",
        "sync, schedule, completed, false"
    })
    void othersAreNot(String mode, String trigger, String state, boolean stopping) {
        run(mode, trigger, state, stopping, Duration.ofSeconds(-1));
        assertThat(toFinish()).isEmpty();
    }

    @Test
    void aLeaseThatIsNotOverHolds() {
        run("sync", "schedule", "applying", false, Duration.ofMinutes(1));
        assertThat(toFinish()).isEmpty();
    }
}
