package dev.roster.delivery;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Jira and Confluence tell of the bucket from which each request takes a token, when an administrator limits them.
 *
 * @param size of the bucket
 * @param left tokens in it
 * @param perSecond how many come in
 */
record Allowance(double size, double left, double perSecond) {

    /** With less than this part of the bucket, requests leave as tokens come in. */
    private static final double RESERVE = 0.25;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /**
     * @param headers of an answer; null for one that is missing
     * @return empty unless all are there, and are numbers
     */
    static Optional<Allowance> of(Function<String, @Nullable String> headers) {
        double size = number(headers.apply("X-RateLimit-Limit"));
        double left = number(headers.apply("X-RateLimit-Remaining"));
        double interval = number(headers.apply("X-RateLimit-Interval-Seconds"));
        double fill = number(headers.apply("X-RateLimit-FillRate"));
        boolean told = size >= 0 && left >= 0 && interval > 0 && fill >= 0;
        return told ? Optional.of(new Allowance(size, left, fill / interval)) : Optional.empty();
    }

    boolean runsOut() {
        return left <= size * RESERVE;
    }

    private static double number(@Nullable String header) {
        return header != null && NUMBER.matcher(header).matches() ? Double.parseDouble(header) : -1;
    }
}
