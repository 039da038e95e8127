package dev.roster.demo.graph;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** The face of Graph: knows callers by their token, charges for requests, and dresses every answer. */
final class GraphFace {

    static final String VERSION = "/v1.0/";

    private static final double WARNED = 0.8;

    private final IssuedTokens tokens;
    private final GraphResources resources;
    private final GraphBehaviour behaviour;
    private final Batch batch;

    GraphFace(IssuedTokens tokens, GraphResources resources, GraphBehaviour behaviour, PartFaults partFaults) {
        this.tokens = tokens;
        this.resources = resources;
        this.behaviour = behaviour;
        this.batch = new Batch(this::single, partFaults);
    }

    SimulatedAnswer handle(SimulatedRequest request) {
        if (request.rawPath().equals(VERSION + "$batch")) {
            return dressed(request, () -> {
                tokens.roles(request.header("Authorization"));
                return batch.answer(request);
            });
        }
        return single(request);
    }

    /** A request on its own, or one part of a batch. */
    private SimulatedAnswer single(SimulatedRequest request) {
        return dressed(request, () -> {
            if (!request.rawPath().startsWith(VERSION)) {
                throw GraphError.badRequest("Invalid version: " + request.rawPath());
            }
            Set<String> roles = tokens.roles(request.header("Authorization"));
            GraphCall call = GraphCall.of(request, roles);
            return charged(call);
        });
    }

    private SimulatedAnswer charged(GraphCall call) {
        int units = ResourceUnits.of(call);
        double used = behaviour.quota().charge(units);
        if (used > 1) {
            return withUse(GraphFaults.throttled(behaviour.quota().secondsToWait()), used);
        }
        SimulatedAnswer answer = resources.answer(call).with("x-ms-resource-unit", String.valueOf(units));
        return used < WARNED ? answer : withUse(answer, used);
    }

    private static SimulatedAnswer withUse(SimulatedAnswer answer, double used) {
        return answer.with("x-ms-throttle-limit-percentage", String.format(Locale.ROOT, "%.2f", used));
    }

    private static String newRequestId() {
        // Not secret, so it need not be secure; a secure one is slow, and every part of a batch has its own.
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static SimulatedAnswer dressed(SimulatedRequest request, Supplier<SimulatedAnswer> answer) {
        String requestId = newRequestId();
        String given = request.header("client-request-id");
        String clientRequestId = given == null ? requestId : given;
        SimulatedAnswer plain;
        try {
            plain = answer.get();
        } catch (GraphError error) {
            plain = GraphJson.error(error, requestId, clientRequestId);
        } catch (NoSuchElementException gone) {
            // Deleted by somebody else between two looks at the tenant.
            plain = GraphJson.error(GraphError.notFound(request.rawPath()), requestId, clientRequestId);
        } catch (IllegalArgumentException malformed) {
            GraphError error = GraphError.badRequest("The request is malformed: " + malformed.getMessage());
            plain = GraphJson.error(error, requestId, clientRequestId);
        }
        return plain.with("request-id", requestId)
                .with("client-request-id", clientRequestId)
                .with("OData-Version", "4.0")
                .with("Cache-Control", "no-cache");
    }
}
