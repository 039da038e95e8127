package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.listeners.TriggerListenerSupport;

/**
 * What a clock that jumps does to a schedule. Nobody sets this machine's: a schedule that was due the last time hours ago
 * is the same as a clock that jumped over these hours, and one that is due in hours, though each half hour is its time,
 * the same as a clock that was set back.
 */
class LateScheduleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** How often it fired. */
    private static final class Firings extends TriggerListenerSupport {

        private final AtomicInteger count = new AtomicInteger();

        @Override
        public String getName() {
            return "firings";
        }

        @Override
        public void triggerFired(Trigger trigger, JobExecutionContext context) {
            count.incrementAndGet();
        }
    }

    @Test
    @DisplayName("K12 a clock that jumps forward over many times of a schedule makes up for them with one run")
    void aJumpForward() throws SchedulerException {
        try (Stage stage = Stage.on(Landscape.start(Cast.six())).with("schedule.cron", "0 0/30 * * * ?")) {
            Scheduler scheduler = stage.app().getBean(Scheduler.class);
            TriggerKey key = key(scheduler);
            Firings firings = new Firings();
            scheduler.getListenerManager().addTriggerListener(firings);
            Instant before = Instant.now();
            reckoned(scheduler, key, before.minus(Duration.ofHours(12)));

            Awaitility.await().atMost(PATIENCE).until(() -> firings.count.get() > 0);
            // As long as another time is to be made up for, it is the next.
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> trigger(scheduler, key)
                            .getNextFireTime()
                            .toInstant()
                            .isAfter(before));
            assertThat(firings.count).hasValueLessThanOrEqualTo(2); // The second is of now.
            assertThat(run(stage).trigger()).isEqualTo("schedule");
        }
    }

    @Test
    @DisplayName("K12 after a clock is set back, a schedule goes on with its next time from then")
    void setBack() throws SchedulerException {
        try (Stage stage = Stage.on(Landscape.start(Cast.six()))
                .with("schedule.cron", "0 0/30 * * * ?")
                .withProperty("schedules.look-every", "50")) {
            Scheduler scheduler = stage.app().getBean(Scheduler.class);
            TriggerKey key = key(scheduler);
            reckoned(scheduler, key, Instant.now().plus(Duration.ofHours(12)));

            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> trigger(scheduler, key)
                            .getNextFireTime()
                            .toInstant()
                            .isBefore(Instant.now().plus(Duration.ofMinutes(31))));
        }
    }

    @Test
    @DisplayName("K12 a schedule that is held stays so when it is put right")
    void setBackAndHeld() throws SchedulerException {
        try (Stage stage = Stage.on(Landscape.start(Cast.six()))
                .with("schedule.cron", "0 0/30 * * * ?")
                .withProperty("schedules.look-every", "50")) {
            Scheduler scheduler = stage.app().getBean(Scheduler.class);
            TriggerKey key = key(scheduler);
            reckoned(scheduler, key, Instant.now().plus(Duration.ofHours(12)));
            scheduler.pauseTrigger(key);

            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> trigger(scheduler, key)
                            .getNextFireTime()
                            .toInstant()
                            .isBefore(Instant.now().plus(Duration.ofMinutes(31))));
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> scheduler.getTriggerState(key) == Trigger.TriggerState.PAUSED);
        }
    }

    private static TriggerKey key(Scheduler scheduler) throws SchedulerException {
        return scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup()).stream()
                .filter(each -> each.getName().contains("demo-sync"))
                .findFirst()
                .orElseThrow();
    }

    /** When its next time was reckoned. */
    private static void reckoned(Scheduler scheduler, TriggerKey key, Instant time) throws SchedulerException {
        scheduler.rescheduleJob(
                key,
                trigger(scheduler, key)
                        .getTriggerBuilder()
                        .startAt(Date.from(time))
                        .build());
    }

    private static Trigger trigger(Scheduler scheduler, TriggerKey key) throws SchedulerException {
        return Objects.requireNonNull(scheduler.getTrigger(key));
    }

    private static RunRow run(Stage stage) {
        RunRows rows = stage.app().getBean(RunRows.class);
        List<RunRow> runs = Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> rows.latest(Landscape.CONNECTION, null, 5), found -> !found.isEmpty());
        return stage.ended(runs.get(0).id());
    }
}
