package dev.roster.entra;

import dev.roster.delivery.RetryAfter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the login server says to the request for a token. */
sealed interface TokenAnswer {

    /** @param lifetime counted from the request */
    record Granted(String token, Duration lifetime) implements TokenAnswer {
        @Override
        public String toString() {
            return "Granted[" + lifetime + "]";
        }
    }

    /**
     * Asking again may help.
     *
     * @param pause as the server wishes it; empty when it does not say
     */
    record Busy(Optional<Duration> pause, String why) implements TokenAnswer {}

    /** Asking again won't help. */
    record Refused(RuntimeException reason) implements TokenAnswer {}

    /** An answer as it came over the wire. */
    record Wire(int status, @Nullable String retryAfter, byte[] body) {}

    static TokenAnswer of(Wire wire, Clock clock) {
        JsonNode json = Reading.json(wire.body());
        if (wire.status() == 200) {
            return Reading.grant(json);
        }
        int code = Reading.code(json);
        if (wire.status() == 429 || wire.status() >= 500 || code == Reading.TRANSIENT) {
            Optional<Duration> wait = RetryAfter.parse(wire.retryAfter(), clock);
            return new Busy(wait, "it answered " + wire.status() + (code == 0 ? "" : ", AADSTS" + code));
        }
        return new Refused(new TokenRefused(wire.status(), code, Reading.error(json), Reading.correlationId(json)));
    }

    /** How the fields of an answer are read; each in a form that cannot carry anything else. */
    final class Reading {

        /** AADSTS90025: a fault inside Entra that passes. */
        private static final int TRANSIENT = 90025;

        private static final JsonMapper MAPPER = JsonMapper.shared();
        private static final Pattern CODE = Pattern.compile("AADSTS(\\d{4,9})");
        private static final Pattern WORD = Pattern.compile("[a-z_]{1,64}");
        private static final Pattern GUID = Pattern.compile("[0-9a-fA-F-]{36}");
        private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]+");
        private static final Duration LONGEST = Duration.ofDays(30);

        private Reading() {}

        private static JsonNode json(byte[] body) {
            try {
                return MAPPER.readTree(body);
            } catch (JacksonException e) {
                return MAPPER.missingNode(); // For instance the page of a proxy, or of a load balancer.
            }
        }

        private static TokenAnswer grant(JsonNode json) {
            String token = json.path("access_token").asString("");
            String type = json.path("token_type").asString("");
            // A managed identity's server sends the number as text.
            long seconds = json.path("expires_in").asLong(0);
            if (!type.equalsIgnoreCase("Bearer")
                    || seconds <= 0
                    || !TOKEN.matcher(token).matches()) {
                return new Refused(new MalformedAnswer("what answers at login-url sent no usable token;"
                        + " check that it is Entra that answers there, not the page of a proxy"));
            }
            return new Granted(token, Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds())));
        }

        private static int code(JsonNode json) {
            int listed = json.path("error_codes").path(0).asInt(0);
            if (listed > 0) {
                return listed;
            }
            Matcher described = CODE.matcher(json.path("error_description").asString(""));
            return described.find() ? Integer.parseInt(described.group(1)) : 0;
        }

        private static String error(JsonNode json) {
            String word = json.path("error").asString("");
            return WORD.matcher(word).matches() ? word : "unknown";
        }

        private static @Nullable String correlationId(JsonNode json) {
            String id = json.path("correlation_id").asString("");
            return GUID.matcher(id).matches() ? id : null;
        }
    }
}
