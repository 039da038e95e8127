package dev.roster.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/** How many requests go where, how long they take, and how many are under way. */
public final class Traffic {

    private static final double NANOS_PER_MILLI = 1e6;

    private final MeterRegistry meters;

    // Mutable state, by the service's id.
    private final Map<String, LongAdder> sent = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> mostUnderWay = new ConcurrentHashMap<>();
    private final Map<String, RequestTime> times = new ConcurrentHashMap<>();

    public Traffic(MeterRegistry meters) {
        this.meters = meters;
    }

    /** One request on its way. */
    @FunctionalInterface
    interface Exchange {
        ClassicHttpResponse send() throws IOException, HttpException;
    }

    ClassicHttpResponse measure(String service, boolean writes, Exchange exchange) throws IOException, HttpException {
        sent.computeIfAbsent(service, s -> new LongAdder()).increment();
        AtomicInteger now = underWay.computeIfAbsent(service, this::gauge);
        mostUnderWay
                .computeIfAbsent(service, s -> new AtomicInteger())
                .accumulateAndGet(now.incrementAndGet(), Math::max);
        Timer.Sample sample = Timer.start(meters);
        String status = "none";
        try {
            ClassicHttpResponse response = exchange.send();
            status = String.valueOf(response.getCode());
            return response;
        } finally {
            now.decrementAndGet();
            long nanos = sample.stop(meters.timer("roster.requests", "service", service, "status", status));
            times.merge(
                    service,
                    RequestTime.UNKNOWN.with(writes, nanos / NANOS_PER_MILLI),
                    (before, first) -> before.with(writes, nanos / NANOS_PER_MILLI));
        }
    }

    /** Requests sent so far, by service. */
    public Map<String, Long> sent() {
        Map<String, Long> counts = new TreeMap<>();
        sent.forEach((service, count) -> counts.put(service, count.sum()));
        return counts;
    }

    /** How long requests take of late, by service. */
    public Map<String, RequestTime> times() {
        return Map.copyOf(times);
    }

    /** The most requests that were ever under way at once, by service. */
    public Map<String, Integer> mostUnderWay() {
        Map<String, Integer> most = new TreeMap<>();
        mostUnderWay.forEach((service, count) -> most.put(service, count.get()));
        return most;
    }

    private AtomicInteger gauge(String service) {
        return meters.gauge("roster.requests.in.flight", Tags.of("service", service), new AtomicInteger());
    }
}
