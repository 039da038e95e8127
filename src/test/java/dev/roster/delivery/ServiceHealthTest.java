package dev.roster.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceHealthTest {

    private static final Instant NOW = Instant.parse("2026-01-09T02:00:00Z");

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final List<String> lasting = new ArrayList<>();
    private Instant shown = NOW;
    private final ServiceHealth health = new ServiceHealth(
            new Clock() {
                @Override
                public ZoneOffset getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return shown;
                }
            },
            nanos::get,
            (service, until) -> lasting.add(service + " " + until));

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "PT0S"})
    @DisplayName("K12 a clock that is set meanwhile makes a wait neither longer nor shorter")
    void aClockThatIsSetMeanwhile(Duration jump) {
        health.leaveAlone("acme.jira", Duration.ofSeconds(30));
        shown = NOW.plus(jump);
        nanos.addAndGet(Duration.ofSeconds(29).toNanos());
        assertThat(health.leftAloneUntil("acme.jira")).contains(shown.plusSeconds(1));
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(health.leftAloneUntil("acme.jira")).isEmpty();
    }

    @Test
    @DisplayName("G1 a long wait is told on once, for a process that is started anew")
    void aLongWaitIsToldOn() {
        health.leaveAlone("acme.jira", Duration.ofSeconds(10));
        health.leaveAlone("acme.jira", Duration.ofMinutes(10));
        health.leaveAlone("acme.jira", Duration.ofMinutes(10).plusSeconds(1));
        assertThat(lasting).containsExactly("acme.jira 2026-01-09T02:10:00Z");
        health.resume("acme.confluence", NOW.plusSeconds(600));
        assertThat(lasting).hasSize(1);
        assertThat(health.leftAloneUntil("acme.confluence")).contains(NOW.plusSeconds(600));
    }

    @Test
    void ofTwoWishesTheLongerOneCounts() {
        health.leaveAlone("acme.jira", Duration.ofSeconds(30));
        health.leaveAlone("acme.jira", Duration.ofSeconds(10));
        assertThat(health.leftAloneUntil("acme.jira")).contains(NOW.plusSeconds(30));
    }
}
