package dev.roster.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a time of its own: requests are answered after five milliseconds, four may be under way. */
class TurnsTest {

    private static final long MILLI = 1_000_000L;
    private static final int IN_FLIGHT = 4;
    private static final int LATENCY = 5;

    private final Turns turns = new Turns(Double.POSITIVE_INFINITY, 0);

    /** What a service made of many requests. */
    private record Result(int taken, int refused) {}

    /** A request on its way. */
    private record Sent(long at) {}

    @ParameterizedTest(name = "a bucket of {0}, {1} a second, waits {2} ms, tells {3}")
    @CsvSource({
        "60,  5,    0, false",
        "60,  5, 1000, false",
        "60,  5, 1000, true",
        "10, 50,    0, false",
        "10, 50, 1000, true",
        "20, 20, 1000, false"
    })
    void moreOrLessWhatTheServiceTakesIsSentAndLittleIsRefused(int size, int fill, int wait, boolean tells) {
        int seconds = 600;
        Result result = run(size, fill, Duration.ofMillis(wait), tells, seconds);
        int most = size + fill * seconds;
        assertThat(result.taken()).isGreaterThan(most * 85 / 100);
        assertThat(result.refused()).isLessThan(20 + most * 5 / 100);
    }

    @Test
    void aServiceThatTellsRefusesNothing() {
        assertThat(run(60, 5, Duration.ofSeconds(1), true, 600).refused()).isZero();
    }

    @Test
    void nobodyLeavesBeforeTheWaitIsOver() {
        turns.throttled(0, MILLI, Duration.ofSeconds(3), Optional.empty());
        assertThat(turns.take(3000 * MILLI)).isFalse();
        assertThat(turns.take(3001 * MILLI)).isTrue();
        assertThat(turns.take(3001 * MILLI)).isFalse();
    }

    @Test
    void aServiceThatNeverThrottlesLetsEverybodyLeave() {
        for (int request = 0; request < 1000; request++) {
            assertThat(turns.take(MILLI)).isTrue();
            turns.taken(MILLI, Optional.empty());
        }
    }

    @Test
    void theSettingsAreObeyedWhoeverAsks() {
        Turns limited = new Turns(3, MILLI);
        int left = 0;
        for (long milli = 1; milli <= 10_000; milli++) {
            left += limited.take(milli * MILLI) ? 1 : 0;
        }
        assertThat(left).isEqualTo(30);
        assertThat(limited.perSecond()).as("nothing throttles").isInfinite();
    }

    @Test
    void whatWasNotUsedIsNotMadeUpFor() {
        Turns limited = new Turns(10, MILLI);
        assertThat(limited.take(MILLI)).isTrue();
        long later = Duration.ofHours(1).toNanos();
        assertThat(limited.take(later)).isTrue();
        assertThat(limited.take(later + 80 * MILLI)).isFalse();
        assertThat(limited.take(later + 90 * MILLI)).isTrue();
    }

    @Test
    void whoLeavesAlthoughTheServiceThrottlesObeysTheSettings() {
        Turns limited = new Turns(10, MILLI);
        limited.throttled(0, MILLI, Duration.ofSeconds(3), Optional.empty());
        assertThat(limited.takeAnyway(MILLI)).isTrue();
        assertThat(limited.takeAnyway(100 * MILLI)).isFalse();
        assertThat(limited.takeAnyway(101 * MILLI)).isTrue();
        assertThat(limited.take(2000 * MILLI)).isFalse();
        assertThat(limited.perSecond()).as("half of what the settings allow").isEqualTo(5);
    }

    private Result run(int size, int fill, Duration wait, boolean tells, int seconds) {
        Queue<Sent> underWay = new ArrayDeque<>();
        double tokens = size;
        int taken = 0;
        int refused = 0;
        for (long milli = 1; milli < seconds * 1000L; milli++) {
            long now = milli * MILLI;
            tokens = Math.min(size, tokens + fill / 1000.0);
            while (!underWay.isEmpty() && underWay.element().at() + LATENCY * MILLI <= now) {
                long sentAt = underWay.remove().at();
                boolean takes = tokens >= 1;
                tokens -= takes ? 1 : 0;
                Optional<Allowance> allowance =
                        tells ? Optional.of(new Allowance(size, Math.floor(tokens), fill)) : Optional.empty();
                taken += takes ? 1 : 0;
                refused += takes ? 0 : 1;
                if (takes) {
                    turns.taken(now, allowance);
                } else {
                    turns.throttled(sentAt, now, wait, allowance);
                }
            }
            while (underWay.size() < IN_FLIGHT && turns.take(now)) {
                underWay.add(new Sent(now));
            }
        }
        return new Result(taken, refused);
    }
}
