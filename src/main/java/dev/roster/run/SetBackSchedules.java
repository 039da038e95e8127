package dev.roster.run;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.quartz.CronTrigger;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger.TriggerState;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Schedules after a clock was set back. Quartz goes on by the time that it has reckoned before, and would fire nothing
 * until the clock gets there again. Looked at once a minute, one that waits for longer than it should begins anew.
 */
@Component
class SetBackSchedules {

    private static final Logger LOG = LoggerFactory.getLogger(SetBackSchedules.class);

    /** Clocks of instances that share their schedules differ by less; else they would set each other's back. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final ObjectProvider<Scheduler> schedulers;
    private final Clock clock;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "set-back-schedules");
        thread.setDaemon(true);
        return thread;
    });

    SetBackSchedules(ObjectProvider<Scheduler> schedulers, Clock clock, Environment environment) {
        this.schedulers = schedulers;
        this.clock = clock;
        long milliseconds = environment.getProperty("schedules.look-every", Long.class, 60_000L);
        looking.scheduleWithFixedDelay(this::look, milliseconds, milliseconds, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            Scheduler scheduler = schedulers.getIfAvailable();
            if (scheduler != null && scheduler.isStarted()) {
                for (TriggerKey key : scheduler.getTriggerKeys(GroupMatcher.anyGroup())) {
                    look(scheduler, key);
                }
            }
        } catch (SchedulerException | RuntimeException e) {
            // One bad look is not the last.
            LOG.warn("whether schedules wait for too long could not be looked at", e);
        }
    }

    private void look(Scheduler scheduler, TriggerKey key) throws SchedulerException {
        if (!(scheduler.getTrigger(key) instanceof CronTrigger trigger) || trigger.getNextFireTime() == null) {
            return;
        }
        Instant now = clock.instant();
        CronTrigger anew = trigger.getTriggerBuilder().startAt(Date.from(now)).build();
        Date latest = anew.getFireTimeAfter(Date.from(now.plus(MARGIN)));
        if (latest == null || !trigger.getNextFireTime().after(latest)) {
            return;
        }
        boolean paused = scheduler.getTriggerState(key) == TriggerState.PAUSED;
        scheduler.rescheduleJob(key, anew);
        if (paused) {
            scheduler.pauseTrigger(key);
        }
        LOG.warn(
                "the schedule {} waited until {}, as after a clock was set back; it goes on from now",
                key.getName(),
                trigger.getNextFireTime().toInstant());
    }

    @PreDestroy
    void close() {
        looking.shutdownNow();
    }
}
