package dev.roster.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import dev.roster.store.RunState;
import java.time.Instant;
import java.util.Date;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code schedule.reconcile-cron} does: by default, with a time of one's own, and blank. */
class ScheduleKeysTest {

    private static final Stage STAGE = Stage.empty();

    @BeforeAll
    static void scenes() {
        scene("preset").unset("schedule.reconcile-cron");
        scene("own").with("schedule.reconcile-cron", "0 30 5 1 1 ? 2099");
        scene("own-zone")
                .with("schedule.reconcile-cron", "0 30 5 1 1 ? 2099")
                .with("schedule.time-zone", "Europe/Berlin");
        scene("blank").with("schedule.reconcile-cron", "");
    }

    /** No sync of the schedule's own: one comes when the test says that it is due. */
    private static Scene scene(String name) {
        Scene scene = STAGE.scene(name, Landscape.start(Company.now()))
                .with("groups.include", "team-.*")
                .with("schedule.cron", "");
        scene.jira().directory().seed().user("local", "Local", "l@x.example");
        return scene;
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    /** The run that the schedule starts for this time. */
    private static RunRow due(Scene scene, String at) {
        STAGE.app().getBean(ProducerTemplate.class).send("direct:scheduled", exchange -> {
            exchange.setVariable("trigger", "sync");
            exchange.getMessage().setBody(scene.connection());
            exchange.getMessage().setHeader("scheduledFireTime", Date.from(Instant.parse(at)));
        });
        RunRow run = STAGE.app()
                .getBean(RunRows.class)
                .latest(scene.connection(), null, 1)
                .get(0);
        return scene.ended(run.id());
    }

    @ParameterizedTest
    @CsvSource({
        "preset, 2099-01-02T03:07:00Z, true",
        "preset, 2099-01-02T03:15:00Z, false",
        "own, 2099-01-01T05:30:00Z, true",
        "own, 2099-01-02T03:07:00Z, false",
        "own-zone, 2099-01-01T04:30:00Z, true",
        "own-zone, 2099-01-01T05:30:00Z, false",
        "blank, 2099-01-02T03:07:00Z, false",
        "blank, 2099-01-01T05:30:00Z, false",
    })
    void whatWasChangedByHandIsMendedWhenAReconcileIsDue(String name, String at, boolean mended) {
        Scene scene = STAGE.scene(name);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        scene.jira().directory().seed().member("local", "team-a");
        RunRow run = due(scene, at);
        assertThat(run.state()).as(String.valueOf(run)).isEqualTo(RunState.COMPLETED);
        assertThat(run.trigger()).isEqualTo(mended ? "reconcile" : "schedule");
        assertThat(scene.jira().directory().members("team-a").contains("local")).isEqualTo(!mended);
        scene.jira().directory().seed().removeMember("local", "team-a");
    }

    @Test
    void itsRouteBeginsAtThatTime() {
        assertThat(cron("preset")).isEqualTo("0 7 3 * * ?");
        assertThat(cron("own")).isEqualTo("0 30 5 1 1 ? 2099");
        assertThat(cron("blank")).as("by hand only").isNull();
    }

    private static @Nullable String cron(String name) {
        Route route = STAGE.app().getBean(CamelContext.class).getRoute("schedule-" + name + "-reconcile");
        return route == null ? null : ((QuartzEndpoint) route.getEndpoint()).getCron();
    }
}
