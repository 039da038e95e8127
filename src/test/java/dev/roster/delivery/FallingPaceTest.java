package dev.roster.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FallingPaceTest {

    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;
    private static final long SECOND = 1_000_000_000L;
    private static final Offset<Double> ROUNDED = Offset.offset(0.001);

    /** A dash stands for no limit. Each column after the first is an answer: when it came, and what it was. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "never throttled                        |  - | taken 1  | taken 2     | taken 3",
                "half of what it took of late           | 50 | taken 1  | throttled 2 |",
                "after few requests not below a start   | 20 | slow 1   |             |",
                "half of what the settings allow        |  4 | taken 1  | limited 2   |",
                "half again when that is too much, too  | 25 | taken 1  | throttled 2 | throttled 4",
                "a tenth of it back in a second         | 55 | taken 1  | throttled 2 | taken 3",
                "a pause raises it by a second's worth  | 55 | taken 1  | throttled 2 | taken 900",
                "what left before counts once           | 50 | taken 1  | throttled 2 | straggler 2",
                "what the product tells                 | 10 | taken 1  | told 2      |",
                "what it tells is no raise              | 10 | told 1   | told 2      | more 3",
                "never slower than one a second         |  1 | told 1   | slow 3      | none 4",
            })
    void thePaceFallsAtOnceAndRisesByAndBy(String name, String expected, String first, String second, String third) {
        Pace pace = Pace.FREE;
        for (String step : new String[] {first, second, third}) {
            pace = step == null ? pace : after(pace, step);
        }
        assertThat(pace.perSecond())
                .isCloseTo(expected.equals("-") ? Double.POSITIVE_INFINITY : Double.parseDouble(expected), ROUNDED);
    }

    private static Pace after(Pace pace, String step) {
        long now = Long.parseLong(step.substring(step.indexOf(' ') + 1)) * SECOND;
        return switch (step.substring(0, step.indexOf(' '))) {
            case "taken" -> pace.taken(now);
            case "throttled" -> pace.throttled(now - SECOND, now, 100, NO_LIMIT);
            case "limited" -> pace.throttled(now - SECOND, now, 8, 8);
            case "straggler" -> pace.throttled(now - 1, now, 100, NO_LIMIT);
            case "slow" -> pace.throttled(now - 1, now, 3, NO_LIMIT);
            case "told" -> pace.told(10, now);
            case "more" -> pace.told(20, now);
            case "none" -> pace.told(0, now);
            default -> throw new IllegalArgumentException(step);
        };
    }

    @Test
    void aServiceThatTakesFourTimesAsMuchAgainIsFree() {
        Pace pace = Pace.FREE.throttled(0, SECOND, 100, NO_LIMIT);
        for (int second = 2; second < 71; second++) {
            pace = pace.taken(second * SECOND);
        }
        assertThat(pace.perSecond()).isCloseTo(395, ROUNDED);
        assertThat(pace.taken(71 * SECOND).isFree()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "60, 15, 1, 5, true, 5",
        "60, 16, 1, 5, false, 5",
        "60, 0, 10, 5, true, 0.5",
        "60, 0, 1, 0, true, 0",
    })
    void aProductTellsHowFullItsBucketIs(
            String size, String left, String interval, String fill, boolean runsOut, double perSecond) {
        Allowance allowance = allowance(size, left, interval, fill).orElseThrow();
        assertThat(allowance.runsOut()).isEqualTo(runsOut);
        assertThat(allowance.perSecond()).isEqualTo(perSecond);
    }

    @ParameterizedTest
    @CsvSource({"60, 5, 0, 5", "60, 5, 1,", "-1, 5, 1, 5", "60, x, 1, 5", "60, 5, 1, 9999999999", "60, 5e3, 1, 5"})
    void whatIsNoNumberTellsNothing(String size, String left, String interval, String fill) {
        assertThat(allowance(size, left, interval, fill)).isEmpty();
    }

    private static Optional<Allowance> allowance(String size, String left, String interval, String fill) {
        return Allowance.of(name -> switch (name) {
            case "X-RateLimit-Limit" -> size;
            case "X-RateLimit-Remaining" -> left;
            case "X-RateLimit-Interval-Seconds" -> interval;
            case "X-RateLimit-FillRate" -> fill;
            default -> throw new IllegalArgumentException(name);
        });
    }
}
