package dev.roster.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-09T02:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                             | PT0S
            10                            | PT10S
            ' 10 '                        | PT10S
            2.128                         | PT2.128S
            0.0000000001                  | PT0.000000001S
            31,120                        | PT2M
            120, 31                       | PT2M
            31,                           | PT31S
            31, nonsense                  | PT31S
            Fri, 9 Jan 2026 02:01:30 GMT  | PT1M30S
            Fri, 09 Jan 2026 02:01:30 GMT | PT1M30S
            Fri, 9 Jan 2026 01:00:00 GMT  | PT0S
            99999999999999999999          | PT8760H
            Sat, 9 Jan 2100 00:00:00 GMT  | PT8760H
            """)
    void readsEveryFormThatServersSend(String value, Duration expected) {
        assertThat(RetryAfter.parse(value, CLOCK)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", "soon", "-5", "+5", "1e9", ".5", "5.", "NaN", "0x10", "Fri, 9 Jan 2026", "٣"})
    void makesNothingOfNonsense(String value) {
        assertThat(RetryAfter.parse(value, CLOCK)).isEmpty();
    }

    @Test
    void aMissingHeaderSaysNothing() {
        assertThat(RetryAfter.parse(null, CLOCK)).isEmpty();
    }
}
