package dev.roster.reload;

import static dev.roster.reload.RoutesUnderWatch.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.store.Database;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quartz.JobPersistenceException;
import org.quartz.Trigger;
import org.quartz.Trigger.TriggerState;
import org.quartz.TriggerKey;

/** Schedules in PostgreSQL follow the routes, though Camel leaves them alone because others may share them. */
class SharedSchedulesTest {

    private static final String NEVER = "0 0 0 1 1 ? 2099";
    private static final TriggerKey SYNC = TriggerKey.triggerKey("acme-sync", "roster");
    private static final TriggerKey MORE = TriggerKey.triggerKey("tick", "more");
    private static final String DATABASE = Database.POSTGRESQL.fresh();
    private static final Landscape LANDSCAPE = Landscape.start(new SimulatedTenant("Small", "small.example"));

    @SuppressWarnings("NullAway.Init")
    private static Instance instance;

    @BeforeAll
    static void start() throws IOException {
        instance = new Instance(DATABASE, LANDSCAPE, NEVER);
    }

    @AfterAll
    static void close() {
        instance.close();
        LANDSCAPE.close();
    }

    private static void again(String cron) throws IOException {
        instance.close();
        instance = new Instance(DATABASE, LANDSCAPE, cron);
    }

    private static void fires() {
        int before = instance.fired().size();
        soon().until(() -> instance.fired().size() > before + 2);
    }

    @Test
    void aScheduleIsHeldForAllWhileItsRouteIsStopped() throws Exception {
        instance.routes().camel().getRouteController().stopRoute("own-schedule");
        assertThat(instance.scheduler().getTriggerState(Instance.TICK)).isEqualTo(TriggerState.PAUSED);
        instance.routes().camel().getRouteController().startRoute("own-schedule");
        fires();
    }

    @Test
    void theEndOfAnInstanceHoldsNothing() throws Exception {
        instance.close();
        try (Instance stranger = new Instance(DATABASE, LANDSCAPE, "")) {
            assertThat(stranger.states())
                    .filteredOn(state -> state.startsWith("own.tick"))
                    .hasSize(2)
                    .noneMatch(state -> state.contains("PAUSED"));
        }
        again(NEVER);
    }

    @Test
    void whatOtherSettingsHaveScheduledIsNeitherStartedNorRemoved() throws Exception {
        again("");
        assertThat(instance.knows(SYNC)).isFalse();
        fires();
        again(NEVER);
        assertThat(instance.knows(SYNC)).isTrue();
        fires();
    }

    @Test
    void aChangeThatCannotBeStoredLeavesTheScheduleAsItWas() throws Exception {
        Trigger tooLong = instance.scheduler()
                .getTrigger(Instance.TICK)
                .getTriggerBuilder()
                .withDescription("x".repeat(251))
                .build();
        assertThatThrownBy(() -> instance.scheduler().rescheduleJob(Instance.TICK, tooLong))
                .isInstanceOf(JobPersistenceException.class);
        assertThat(instance.knows(Instance.TICK)).isTrue();
        fires();
    }

    @Test
    void anEditChangesTheSchedule() throws Exception {
        instance.routes().save(Instance.FILE, Instance.OWN.replace("UTC", "Europe/Berlin"));
        instance.routes().taken();
        assertThat(instance.timeZone()).isEqualTo("Europe/Berlin");
        fires();
        instance.routes().save(Instance.FILE, Instance.OWN);
        instance.routes().taken();
    }

    @Test
    void aRouteThatIsDeletedTakesItsScheduleWithIt() {
        instance.routes().save("more.camel.yaml", Instance.OWN.replace("own", "more"));
        instance.routes().taken();
        assertThat(instance.knows(MORE)).isTrue();
        instance.routes().delete("more.camel.yaml");
        instance.routes().taken();
        assertThat(instance.knows(MORE)).isFalse();
    }

    @Test
    void whatHasChangedOrGoneWhileRosterWasDownIsSoAfterTheStart() throws Exception {
        instance.routes().save("more.camel.yaml", Instance.OWN.replace("own", "more"));
        instance.routes().taken();
        new SharedSchedule(instance.scheduler(), Instance.TICK, "Asia/Tokyo").correctTimeZone();
        assertThat(instance.timeZone()).isEqualTo("Asia/Tokyo");
        again(NEVER);
        assertThat(instance.knows(MORE)).isFalse();
        assertThat(instance.timeZone()).isEqualTo("UTC");
        fires();
    }
}
