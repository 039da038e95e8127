package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class OldSchedulesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static void schedule(JdbcClient jdbc, String name, Duration... seen) {
        jdbc.sql("""
                insert into qrtz_job_details (sched_name, job_name, job_group, job_class_name, is_durable,
                  is_nonconcurrent, is_update_data, requests_recovery)
                values (?, 'job', 'group', 'class', false, false, false, false)""").param(name).update();
        jdbc.sql("""
                insert into qrtz_triggers (sched_name, trigger_name, trigger_group, job_name, job_group, trigger_state,
                  trigger_type, start_time)
                values (?, 'trigger', 'group', 'job', 'group', 'WAITING', 'CRON', 0)""").param(name).update();
        for (Duration ago : seen) {
            jdbc.sql("insert into qrtz_scheduler_state values (?, ?, ?, 7500)")
                    .params(name, "seen " + ago, NOW.minus(ago).toEpochMilli())
                    .update();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void onlyWhatNoInstanceHasRunByForAWeekIsForgotten(Database database) {
        JdbcClient jdbc = JdbcClient.create(database.withTables());
        schedule(jdbc, "in-use", Duration.ofSeconds(5), OldSchedules.UNUSED.plusDays(1));
        schedule(jdbc, "starting");
        schedule(jdbc, "paused", OldSchedules.UNUSED.minusMinutes(1));
        schedule(jdbc, "old", OldSchedules.UNUSED.plusMinutes(1));
        new OldSchedules(jdbc, Clock.fixed(NOW, ZoneOffset.UTC)).forget();
        assertThat(schedulers(jdbc, "qrtz_job_details")).containsExactlyInAnyOrder("in-use", "paused", "starting");
        assertThat(schedulers(jdbc, "qrtz_triggers")).containsExactlyInAnyOrder("in-use", "paused", "starting");
        assertThat(schedulers(jdbc, "qrtz_scheduler_state")).containsExactlyInAnyOrder("in-use", "in-use", "paused");
    }

    private static List<String> schedulers(JdbcClient jdbc, String table) {
        return jdbc.sql("select sched_name from " + table).query(String.class).list();
    }
}
