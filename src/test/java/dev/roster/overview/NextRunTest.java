package dev.roster.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.settings.Schedule;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class NextRunTest {

    private static final Instant NOW = Instant.parse("2026-03-28T22:50:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void theEarlierOfBothSchedulesCounts() {
        Schedule schedule = new Schedule("0 0/15 * * * ?", "0 55 * * * ?", BERLIN);

        assertThat(NextRun.of(schedule, NOW)).hasValue(OffsetDateTime.parse("2026-03-28T23:55:00+01:00"));
    }

    @Test
    void theTimeZonesSummerTimeIsMinded() {
        assertThat(NextRun.of(new Schedule("0 30 3 * * ?", null, BERLIN), NOW))
                .hasValue(OffsetDateTime.parse("2026-03-29T03:30:00+02:00"));
    }

    @Test
    void withoutAScheduleThereIsNone() {
        assertThat(NextRun.of(new Schedule(null, "", BERLIN), NOW)).isEmpty();
        assertThat(NextRun.of(new Schedule("0 0 0 1 1 ? 2020", null, BERLIN), NOW))
                .isEmpty();
    }
}
