package dev.roster.delivery;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long a server asks to be left alone, read from a {@code Retry-After} header.
 *
 * <p>Seen in the field: whole seconds, a fraction ({@code 2.128}), a list ({@code 31,120}) where several limits were
 * hit, and a date of RFC 1123.
 */
public final class RetryAfter {

    /** What an absurdly long wait is cut to. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,100}(\\.\\d{1,30})?");

    private RetryAfter() {}

    /**
     * Never shorter than what is asked for: fractions round up, and of a list the longest counts.
     *
     * @param value null when the header is missing
     * @param clock tells how far away a date is
     * @return zero for a date that has passed; empty when nothing can be made of the value
     */
    public static Optional<Duration> parse(@Nullable String value, Clock clock) {
        if (value == null) {
            return Optional.empty();
        }
        Optional<Duration> untilDate = untilDate(value.strip(), clock);
        return untilDate.isPresent() ? untilDate : longest(value);
    }

    private static Optional<Duration> untilDate(String value, Clock clock) {
        try {
            ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(clock.instant(), date.toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : shortened(wait));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> longest(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(part -> SECONDS.matcher(part).matches())
                .map(RetryAfter::seconds)
                .max(Comparator.naturalOrder());
    }

    private static Duration seconds(String text) {
        BigDecimal seconds = new BigDecimal(text).min(BigDecimal.valueOf(LONGEST.toSeconds()));
        return Duration.ofNanos(
                seconds.movePointRight(9).setScale(0, RoundingMode.CEILING).longValueExact());
    }

    private static Duration shortened(Duration wait) {
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
