package dev.roster.overview;

import dev.roster.settings.Schedule;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/** When a schedule starts the next run. */
final class NextRun {

    private NextRun() {}

    /** The earlier one of sync and reconcile, in the schedule's time zone; empty when neither comes again. */
    static Optional<OffsetDateTime> of(Schedule schedule, Instant now) {
        return Stream.of(Optional.ofNullable(schedule.cron()), Optional.ofNullable(schedule.reconcileCron()))
                .flatMap(Optional::stream)
                .filter(cron -> !cron.isBlank())
                .flatMap(cron -> Optional.ofNullable(next(cron, schedule, now)).stream())
                .min(Date::compareTo)
                .map(date -> date.toInstant().atZone(schedule.timeZone()).toOffsetDateTime());
    }

    private static @Nullable Date next(String cron, Schedule schedule, Instant now) {
        try {
            CronExpression expression = new CronExpression(cron);
            expression.setTimeZone(TimeZone.getTimeZone(schedule.timeZone()));
            return expression.getNextValidTimeAfter(Date.from(now));
        } catch (ParseException e) {
            throw new IllegalStateException("a cron expression that the settings' check let pass: " + cron, e);
        }
    }
}
