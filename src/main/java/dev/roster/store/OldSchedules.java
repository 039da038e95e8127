package dev.roster.store;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Schedules in the database that nobody runs by any more, because the settings have changed since. */
@Repository
public class OldSchedules {

    /** Longer than somebody would leave the last instance down and want it to go on where it was. */
    static final Duration UNUSED = Duration.ofDays(7);

    /** Triggers go with their jobs. When instances were seen is last, as it decides about the rest. */
    private static final List<String> TABLES = List.of(
            "qrtz_job_details",
            "qrtz_fired_triggers",
            "qrtz_paused_trigger_grps",
            "qrtz_calendars",
            "qrtz_locks",
            "qrtz_scheduler_state");

    private final JdbcClient jdbc;
    private final Clock clock;

    OldSchedules(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Removes those of which every instance was seen a week ago the last time. One that is starting has stored its
     * schedules, and was not seen yet.
     */
    @Transactional
    public void forget() {
        long since = clock.instant().minus(UNUSED).toEpochMilli();
        for (String table : TABLES) {
            jdbc.sql("delete from " + table + " where sched_name in (select sched_name from qrtz_scheduler_state"
                            + " group by sched_name having max(last_checkin_time) <= ?)")
                    .param(since)
                    .update();
        }
    }
}
