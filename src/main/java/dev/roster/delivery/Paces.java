package dev.roster.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;

/** How fast each service is asked now: no faster than the settings allow, and as its answers tell. */
public final class Paces {

    private final MeterRegistry meters;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Map<String, Integer> most;

    // Mutable state, by the service's id.
    private final Map<String, Turns> turns = new ConcurrentHashMap<>();

    /**
     * @param clock tells how far away a date is
     * @param nanos as {@link System#nanoTime} has them
     * @param most requests a second, by the ids of the services for which the settings have a limit
     */
    public Paces(MeterRegistry meters, Clock clock, LongSupplier nanos, Map<String, Integer> most) {
        this.meters = meters;
        this.clock = clock;
        this.nanos = nanos;
        this.most = Map.copyOf(most);
    }

    /** Takes a turn at the service when it is time for one. */
    public boolean take(String service) {
        return of(service).take(nanos.getAsLong());
    }

    /** The same for a request that leaves although the service throttles; the settings are obeyed all the same. */
    public boolean takeAnyway(String service) {
        return of(service).takeAnyway(nanos.getAsLong());
    }

    /** How long it is until the next turn at the service; zero or less when that is now. */
    public Duration untilTurn(String service) {
        return Duration.ofNanos(of(service).nanosLeft(nanos.getAsLong()));
    }

    /** Requests a second at most; empty for a service that takes what comes, or what the settings allow. */
    public OptionalDouble perSecond(String service) {
        double perSecond = of(service).perSecond();
        return Double.isInfinite(perSecond) ? OptionalDouble.empty() : OptionalDouble.of(perSecond);
    }

    ClassicHttpResponse watch(String service, Traffic.Exchange exchange) throws IOException, HttpException {
        long sentAt = nanos.getAsLong();
        ClassicHttpResponse response = exchange.send();
        Optional<Allowance> allowance = Allowance.of(name -> header(response, name));
        long now = nanos.getAsLong();
        if (throttles(response)) {
            of(service).throttled(sentAt, now, wait(response), allowance);
        } else {
            of(service).taken(now, allowance);
        }
        return response;
    }

    /** Other 5xx tell of faults that fewer requests would not mend. */
    private static boolean throttles(ClassicHttpResponse response) {
        return response.getCode() == 429 || response.getCode() == 503 && response.containsHeader("Retry-After");
    }

    /** The door comes to know of it only after the error handler; until then others would leave. */
    private Duration wait(ClassicHttpResponse response) {
        return RetryAfter.parse(header(response, "Retry-After"), clock)
                .filter(wait -> wait.compareTo(Failures.LONGEST) <= 0)
                .orElse(Duration.ZERO);
    }

    private static @Nullable String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private Turns of(String service) {
        return Objects.requireNonNull(turns.computeIfAbsent(service, this::gauged));
    }

    /** Zero stands for no limit, as it does in the settings. */
    private Turns gauged(String service) {
        Integer limit = most.get(service);
        return Objects.requireNonNull(meters.gauge(
                "roster.requests.pace",
                Tags.of("service", service),
                new Turns(limit == null ? Double.POSITIVE_INFINITY : limit, nanos.getAsLong()),
                turn -> Double.isInfinite(turn.perSecond()) ? 0 : turn.perSecond()));
    }
}
