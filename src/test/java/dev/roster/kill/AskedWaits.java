package dev.roster.kill;

import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.SimulatedServer;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Times for which services have asked to be left alone, and the requests that came nevertheless. */
final class AskedWaits {

    /** For what was on its way already when the service said so. */
    private static final Duration GRACE = Duration.ofMillis(500);

    // Mutable state, of the services' threads.
    private final AtomicInteger asked = new AtomicInteger();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();

    /** One wait of one service, from when it has asked for it. */
    private final class Wait {

        private final Predicate<SimulatedRequest> counted;
        private final Duration length;
        private final AtomicInteger left;
        private volatile long askedAt;
        private volatile boolean said;

        Wait(Predicate<SimulatedRequest> counted, int nth, Duration length) {
            this.counted = counted;
            this.length = length;
            this.left = new AtomicInteger(nth);
        }

        /** Sees every request to the service; true for the one that is told. */
        boolean isTurn(SimulatedRequest request) {
            if (request.rawPath().contains("/oauth2/")) {
                return false; // Signing in is another service.
            }
            Duration since = Duration.ofNanos(System.nanoTime() - askedAt);
            if (said && since.compareTo(GRACE) > 0 && since.compareTo(length) < 0) {
                broken.add(request.method() + " " + request.rawPath() + " came after " + since.toMillis() + " ms of "
                        + length.toMillis());
            }
            return counted.test(request) && left.decrementAndGet() == 0;
        }

        SimulatedAnswer answer() {
            askedAt = System.nanoTime();
            said = true;
            asked.incrementAndGet();
            return SimulatedAnswer.json(429, "{}").with("Retry-After", String.valueOf(length.toSeconds()));
        }
    }

    /** The service answers the nth request of those that are counted so, and watches all that follow. */
    void ask(SimulatedServer server, Predicate<SimulatedRequest> counted, int nth, Duration length) {
        Wait wait = new Wait(counted, nth, length);
        server.plan(PlannedFault.answer(wait::isTurn, 1, wait::answer));
    }

    /** How many have been asked for so far. */
    int asked() {
        return asked.get();
    }

    List<String> broken() {
        return List.copyOf(broken);
    }
}
