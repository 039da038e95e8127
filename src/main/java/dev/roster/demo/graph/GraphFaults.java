package dev.roster.demo.graph;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** What Graph answers when it is in trouble, for planned faults of whole requests and of parts of a batch. */
public final class GraphFaults {

    private GraphFaults() {}

    /** 429 with the time to wait. */
    public static SimulatedAnswer throttled(int seconds) {
        return throttled().with("Retry-After", String.valueOf(seconds));
    }

    /** 429 that does not say how long to wait. */
    public static SimulatedAnswer throttled() {
        Map<String, String> inner = Map.of("code", "429", "message", "Please retry after", "status", "429");
        Map<String, Object> error =
                Map.of("code", "TooManyRequests", "message", "Please retry again later.", "innerError", inner);
        return SimulatedAnswer.json(429, GraphJson.mapper().writeValueAsString(Map.of("error", error)))
                .with(
                        "x-ms-throttle-scope",
                        "Tenant_Application/ReadWrite/" + GraphSimulator.CLIENT_ID + "/" + GraphSimulator.TENANT_ID)
                .with("x-ms-throttle-information", "ResourceUnitLimitExceeded");
    }

    /** Any other error in Graph's form, such as 503 {@code ServiceUnavailable}. */
    public static SimulatedAnswer error(int status, String code, String message) {
        Map<String, Object> error = Map.of("code", code, "message", message);
        return SimulatedAnswer.json(status, GraphJson.mapper().writeValueAsString(Map.of("error", error)));
    }

    public static SimulatedAnswer unavailable() {
        return error(503, "ServiceUnavailable", "The service is temporarily unavailable.");
    }

    public static SimulatedAnswer gatewayTimeout() {
        return error(504, "UnknownError", "The upstream service did not answer in time.");
    }

    /** Of the requests that match, only the n-th, counted from one. */
    public static Predicate<SimulatedRequest> nth(int n, Predicate<SimulatedRequest> matches) {
        AtomicInteger seen = new AtomicInteger();
        return request -> matches.test(request) && seen.incrementAndGet() == n;
    }
}
