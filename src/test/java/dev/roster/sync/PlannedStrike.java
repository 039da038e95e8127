package dev.roster.sync;

import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.SimulatedServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** One trouble at one endpoint: when it struck, and when the same request came again. */
final class PlannedStrike {

    private final Endpoint endpoint;

    // Mutable state, written by the server's threads.
    private final List<Instant> at = new ArrayList<>();
    private final List<Instant> again = new ArrayList<>();
    private final AtomicReference<String> struck = new AtomicReference<>();

    PlannedStrike(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    synchronized List<Instant> at() {
        return List.copyOf(at);
    }

    /** When the request that was struck came the next time. */
    synchronized Instant nextSame() {
        return again.get(0);
    }

    void plan(SimulatedServer server, Trouble trouble) {
        // Matches nothing; it only looks at what comes by after the strike.
        server.plan(PlannedFault.answer(this::watch, 1, SimulatedAnswer.empty(204)));
        server.plan(trouble.striking(this::strikes));
    }

    private synchronized boolean watch(SimulatedRequest request) {
        if (text(request).equals(struck.get())) {
            again.add(Instant.now());
        }
        return false;
    }

    private synchronized boolean strikes(SimulatedRequest request) {
        boolean strikes =
                struck.get() == null && Endpoint.of(endpoint.service(), request).equals(endpoint);
        if (strikes) {
            struck.set(text(request));
            at.add(Instant.now());
        }
        return strikes;
    }

    private static String text(SimulatedRequest request) {
        // A new password is made up for each try.
        String query = String.valueOf(request.rawQuery()).replaceAll("password=[^&]*", "");
        return request.method() + " " + request.rawPath() + "?" + query + " "
                + request.body().replaceAll("\"password\":\"[^\"]*\"", "");
    }
}
