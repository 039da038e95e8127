package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When there is something to tell. */
class StandingTest {

    private static final Instant NOW = Instant.parse("2026-01-09T02:00:00Z");

    @ParameterizedTest(name = "{0} by run {1}; told {2} by run {3}, {4} hours ago: {5}")
    @CsvSource(nullValues = "-", textBlock = """
            COMPLETED,             7, -,                     0,  0, false
            AWAITING_APPROVAL,     7, -,                     0,  0, true
            FAILED,                7, -,                     0,  0, true
            COMPLETED_WITH_ERRORS, 7, -,                     0,  0, true
            AWAITING_APPROVAL,     7, AWAITING_APPROVAL,     7, 23, false
            AWAITING_APPROVAL,     7, AWAITING_APPROVAL,     7, 24, true
            AWAITING_APPROVAL,     8, AWAITING_APPROVAL,     7,  1, true
            COMPLETED,             7, AWAITING_APPROVAL,     7,  1, true
            COMPLETED,             6, AWAITING_APPROVAL,     7, 48, false
            COMPLETED,             8, AWAITING_APPROVAL,     7,  1, true
            FAILED,                8, FAILED,                7, 48, false
            COMPLETED_WITH_ERRORS, 8, FAILED,                7,  1, true
            COMPLETED,             9, FAILED,                7,  1, true
            COMPLETED,             9, COMPLETED,             7, 48, false
            AWAITING_APPROVAL,     9, FAILED,                7,  1, true
            """)
    void isNews(RunState state, long run, @Nullable RunState told, long toldRun, long hours, boolean news) {
        Standing.Told before =
                told == null ? null : new Standing.Told(told, toldRun, NOW.minus(Duration.ofHours(hours)));
        assertThat(new Standing(1, "acme", run, state, null, before).isNews(NOW))
                .isEqualTo(news);
    }
}
