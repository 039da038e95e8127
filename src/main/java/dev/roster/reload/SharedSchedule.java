package dev.roster.reload;

import java.util.Objects;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.jspecify.annotations.Nullable;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;

/**
 * The schedule of a route, where several instances share it: Camel then neither pauses nor removes it when the route
 * stops here, as others may go on by it.
 *
 * @param key what it is called in the database
 * @param timeZone its own; null for that of the machine
 */
record SharedSchedule(
        Scheduler scheduler, TriggerKey key, @Nullable String timeZone) {

    /** Empty for a route without a schedule, and for one whose schedule nobody shares. */
    static Optional<SharedSchedule> of(@Nullable Route route) {
        if (route == null || !(route.getEndpoint() instanceof QuartzEndpoint schedule)) {
            return Optional.empty();
        }
        Scheduler scheduler = schedule.getComponent().getScheduler();
        if (scheduler == null || !isShared(scheduler)) {
            return Optional.empty();
        }
        Object timeZone = schedule.getTriggerParameters() == null
                ? null
                : schedule.getTriggerParameters().get("timeZone");
        return Optional.of(
                new SharedSchedule(scheduler, schedule.getTriggerKey(), timeZone == null ? null : timeZone.toString()));
    }

    static boolean isShared(Scheduler scheduler) {
        try {
            return scheduler.getMetaData().isJobStoreClustered();
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nobody starts anything by it until it is resumed. */
    void pause() throws SchedulerException {
        scheduler.pauseTrigger(key);
    }

    void resume() throws SchedulerException {
        scheduler.resumeTrigger(key);
    }

    void remove() throws SchedulerException {
        scheduler.unscheduleJob(key);
    }

    /** Camel takes a schedule that is there as it is when its time is the same in any time zone. */
    void correctTimeZone() throws SchedulerException {
        TimeZone wanted = timeZone == null ? TimeZone.getDefault() : TimeZone.getTimeZone(timeZone);
        Trigger stored = scheduler.getTrigger(key);
        if (stored instanceof CronTrigger cron && !Objects.equals(cron.getTimeZone(), wanted)) {
            scheduler.rescheduleJob(
                    key,
                    cron.getTriggerBuilder()
                            .withSchedule(CronScheduleBuilder.cronSchedule(cron.getCronExpression())
                                    .withMisfireHandlingInstructionFireAndProceed()
                                    .inTimeZone(wanted))
                            .build());
        }
    }
}
