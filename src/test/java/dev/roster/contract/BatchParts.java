package dev.roster.contract;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedExchange;
import dev.roster.demo.SimulatedRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes a batch apart into the exchanges it stands for. */
final class BatchParts {

    private static final JsonMapper JSON = new JsonMapper();

    private BatchParts() {}

    static List<SimulatedExchange> of(SimulatedExchange batch) {
        Map<String, SimulatedAnswer> answers = new HashMap<>();
        for (JsonNode response : JSON.readTree(batch.answer().body()).path("responses")) {
            answers.put(response.path("id").asString(), answer(response));
        }
        List<SimulatedExchange> parts = new ArrayList<>();
        for (JsonNode request : JSON.readTree(batch.request().body()).path("requests")) {
            SimulatedAnswer answer =
                    answers.getOrDefault(request.path("id").asString(), SimulatedAnswer.connectionLost());
            parts.add(new SimulatedExchange(request(request), answer));
        }
        return parts;
    }

    private static SimulatedRequest request(JsonNode part) {
        String url = part.path("url").asString();
        int question = url.indexOf('?');
        String query = question < 0 ? null : url.substring(question + 1);
        Map<String, String> headers = new LinkedHashMap<>();
        part.path("headers")
                .forEachEntry((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value.asString()));
        return new SimulatedRequest(
                part.path("method").asString(),
                "/v1.0" + (question < 0 ? url : url.substring(0, question)),
                query,
                SimulatedRequest.parameters(query),
                headers,
                part.has("body") ? part.path("body").toString() : "");
    }

    private static SimulatedAnswer answer(JsonNode part) {
        SimulatedAnswer answer = SimulatedAnswer.json(
                part.path("status").asInt(), part.path("body").toString());
        for (Map.Entry<String, JsonNode> header : part.path("headers").properties()) {
            answer = answer.with(header.getKey(), header.getValue().asString());
        }
        return answer;
    }
}
