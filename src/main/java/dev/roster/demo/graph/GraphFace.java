package dev.roster.demo.graph;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

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

    private static SimulatedAnswer dressed(
            SimulatedRequest request, java.util.function.Supplier<SimulatedAnswer> answer) {
        String requestId = UUID.randomUUID().toString();
        String given = request.header("client-request-id");
        String clientRequestId = given == null ? requestId : given;
        SimulatedAnswer plain;
        try {
            plain = answer.get();
        } catch (GraphError error) {
            plain = GraphJson.error(error, requestId, clientRequestId);
        }
        return plain.with("request-id", requestId)
                .with("client-request-id", clientRequestId)
                .with("OData-Version", "4.0")
                .with("Cache-Control", "no-cache");
    }
}
