package dev.roster.entra;

import dev.roster.delivery.RetryAfter;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Graph answered to one part of a batch.
 *
 * @param id as the part was numbered
 * @param body null when it is no JSON object
 */
record PartAnswer(
        String id, int status, Map<?, ?> headers, @Nullable Map<?, ?> body) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.]{1,80}");

    /** @throws MalformedAnswer when it has no id or no status */
    static PartAnswer of(@Nullable Object json) {
        Map<?, ?> fields = GraphObject.of("batch response", json).fields();
        if (!(fields.get("id") instanceof String id) || !(fields.get("status") instanceof Integer status)) {
            throw new MalformedAnswer("Graph sent a batch response without id or status");
        }
        Map<?, ?> headers = fields.get("headers") instanceof Map<?, ?> map ? map : Map.of();
        return new PartAnswer(id, status, headers, fields.get("body") instanceof Map<?, ?> map ? map : null);
    }

    /** Graph's word for the error; empty when there is none. */
    String code() {
        if (body != null && body.get("error") instanceof Map<?, ?> error && error.get("code") instanceof String code) {
            return CODE.matcher(code).matches() ? code : "";
        }
        return "";
    }

    /** How long this part should wait; empty when Graph does not say. */
    Optional<Duration> retryAfter(Clock clock) {
        return headers.entrySet().stream()
                .filter(header -> "Retry-After".equalsIgnoreCase(String.valueOf(header.getKey())))
                .findFirst()
                .flatMap(header -> RetryAfter.parse(String.valueOf(header.getValue()), clock));
    }
}
