package dev.roster.demo.graph;

import dev.roster.demo.SimulatedAnswer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Entra's refusal of a token request, with its AADSTS number. */
final class SignInError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;
    private final int number;

    private SignInError(int status, String error, int number, String message) {
        super(message, null, false, false);
        this.status = status;
        this.error = error;
        this.number = number;
    }

    static SignInError invalidRequest(int number, String message) {
        return new SignInError(400, "invalid_request", number, message);
    }

    static SignInError invalidClient(int number, String message) {
        return new SignInError(401, "invalid_client", number, message);
    }

    static SignInError of(String error, int number, String message) {
        return new SignInError(400, error, number, message);
    }

    SimulatedAnswer answer() {
        String trace = UUID.randomUUID().toString();
        String correlation = UUID.randomUUID().toString();
        String time = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put(
                "error_description",
                "AADSTS" + number + ": " + getMessage() + " Trace ID: " + trace + " Correlation ID: " + correlation
                        + " Timestamp: " + time);
        body.put("error_codes", List.of(number));
        body.put("timestamp", time);
        body.put("trace_id", trace);
        body.put("correlation_id", correlation);
        body.put("error_uri", "https://login.microsoftonline.com/error?code=" + number);
        return SimulatedAnswer.json(status, GraphJson.mapper().writeValueAsString(body))
                .with("Cache-Control", "no-store, no-cache");
    }
}
