package dev.roster.demo.graph;

import dev.roster.demo.SimulatedAnswer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Answers in Graph's own form. */
final class GraphJson {

    static final String CONTENT_TYPE =
            "application/json;odata.metadata=minimal;odata.streaming=true;" + "IEEE754Compatible=false;charset=utf-8";

    private static final JsonMapper MAPPER = new JsonMapper();

    private GraphJson() {}

    static JsonMapper mapper() {
        return MAPPER;
    }

    static SimulatedAnswer answer(int status, Map<String, ? extends @Nullable Object> body) {
        return SimulatedAnswer.text(status, CONTENT_TYPE, MAPPER.writeValueAsString(body));
    }

    static SimulatedAnswer error(GraphError error, String requestId, String clientRequestId) {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put(
                "date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""));
        inner.put("request-id", requestId);
        inner.put("client-request-id", clientRequestId);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", error.code());
        body.put("message", error.text());
        body.put("innerError", inner);
        SimulatedAnswer answer = SimulatedAnswer.json(error.status(), MAPPER.writeValueAsString(Map.of("error", body)));
        for (Map.Entry<String, String> header : error.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }
}
