package dev.roster.settings.loading;

import dev.roster.settings.Schedule;
import java.time.ZoneId;
import java.util.List;

/** Reads {@code schedule}. */
final class ScheduleReader {
    private static final Key<String> CRON =
            Key.of("cron", Times.CRON, "0 0/15 * * * ?", "when to sync: Quartz cron; empty = by hand only");
    private static final Key<String> RECONCILE_CRON = Key.of(
            "reconcile-cron",
            Times.CRON,
            "0 7 3 * * ?",
            "when to read source and targets in full, which finds drift; empty = by hand only");
    private static final Key<ZoneId> TIME_ZONE = Key.of("time-zone", Times.ZONE, "UTC", "time zone of both");

    static final List<Key<?>> KEYS = List.of(CRON, RECONCILE_CRON, TIME_ZONE);

    private ScheduleReader() {}

    static Schedule read(Section schedule) {
        return new Schedule(schedule.find(CRON), schedule.find(RECONCILE_CRON), schedule.get(TIME_ZONE));
    }
}
