package dev.roster.demo.graph;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.SimulatedServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.util.RawValue;

/** {@code POST /$batch}: up to 20 requests in one, each answered on its own, in any order. */
final class Batch {

    private static final int MOST_PARTS = 20;

    private final SimulatedServer.Handler single;
    private final PartFaults faults;
    // Seeded, so that the order of answers is the same in every run of a sequential client.
    private final Random order = new Random(20);

    Batch(SimulatedServer.Handler single, PartFaults faults) {
        this.single = single;
        this.faults = faults;
    }

    SimulatedAnswer answer(SimulatedRequest request) {
        if (!request.method().equals("POST")) {
            throw new GraphError(405, "BadRequest", "Only POST is allowed on $batch.");
        }
        List<JsonNode> parts = parts(request.body());
        Map<String, Integer> statuses = new HashMap<>();
        List<Map<String, @Nullable Object>> responses = new ArrayList<>();
        for (JsonNode part : parts) {
            SimulatedAnswer answer = answer(part, request, statuses);
            statuses.put(part.path("id").asString(), answer.status());
            responses.add(response(part.path("id").asString(), answer));
        }
        synchronized (order) {
            Collections.shuffle(responses, order);
        }
        return GraphJson.answer(200, Map.of("responses", responses));
    }

    private SimulatedAnswer answer(JsonNode part, SimulatedRequest batch, Map<String, Integer> statuses) {
        for (JsonNode parent : part.path("dependsOn")) {
            if (statuses.getOrDefault(parent.asString(), 424) >= 400) {
                return GraphFaults.error(424, "FailedDependency", "A request that this one depends on failed.");
            }
        }
        SimulatedAnswer answer = faults.answer(request(part, batch), single);
        return answer.dropped() ? GraphFaults.gatewayTimeout() : answer;
    }

    private static List<JsonNode> parts(String body) {
        JsonNode requests = requests(body);
        if (!requests.isArray() || requests.isEmpty()) {
            throw GraphError.badRequest("Invalid batch payload format.");
        }
        if (requests.size() > MOST_PARTS) {
            throw GraphError.badRequest("Number of batch request steps exceeds the maximum value of 20.");
        }
        Set<String> ids = new HashSet<>();
        List<JsonNode> parts = new ArrayList<>();
        for (JsonNode part : requests) {
            check(part);
            if (!ids.add(part.path("id").asString().toLowerCase(Locale.ROOT))) {
                throw GraphError.badRequest("The request ids of a batch must be unique.");
            }
            parts.add(part);
        }
        return parts;
    }

    private static JsonNode requests(String body) {
        try {
            return GraphJson.mapper().readTree(body).path("requests");
        } catch (JacksonException e) {
            throw GraphError.badRequest("Invalid batch payload format.");
        }
    }

    private static void check(JsonNode part) {
        boolean named =
                part.path("id").isString() && !part.path("id").asString().isEmpty();
        if (!named || !part.path("method").isString() || !part.path("url").isString()) {
            throw GraphError.badRequest("Every request of a batch needs an id, a method and a url.");
        }
        if (part.path("url").asString().contains("://")) {
            throw GraphError.badRequest("The url of a batch request must be relative.");
        }
        if (part.has("body") && !part.path("headers").has("Content-Type")) {
            throw GraphError.badRequest("A batch request with a body needs a Content-Type header.");
        }
    }

    /** The part as if it had come alone; the token of the batch counts for all of them. */
    private static SimulatedRequest request(JsonNode part, SimulatedRequest batch) {
        String url = part.path("url").asString();
        int question = url.indexOf('?');
        String path = question < 0 ? url : url.substring(0, question);
        String query = question < 0 ? null : url.substring(question + 1);
        Map<String, String> headers = new LinkedHashMap<>();
        part.path("headers")
                .forEachEntry((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value.asString()));
        String authorization = batch.header("Authorization");
        if (authorization != null) {
            headers.putIfAbsent("authorization", authorization);
        }
        return new SimulatedRequest(
                part.path("method").asString().toUpperCase(Locale.ROOT),
                GraphFace.VERSION + (path.startsWith("/") ? path.substring(1) : path),
                query,
                SimulatedRequest.parameters(query),
                headers,
                part.has("body") ? part.path("body").toString() : "");
    }

    private static Map<String, @Nullable Object> response(String id, SimulatedAnswer answer) {
        Map<String, @Nullable Object> response = new LinkedHashMap<>();
        response.put("id", id);
        response.put("status", answer.status());
        response.put("headers", answer.headers());
        boolean json = answer.headers().getOrDefault("Content-Type", "").startsWith("application/json");
        if (!answer.body().isEmpty()) {
            response.put("body", json ? new RawValue(answer.body()) : answer.body());
        }
        return response;
    }
}
