package dev.roster.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.console.Caller;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of the API, with what their answers have in common. */
record ApiCalls(Caller caller) {

    private static final Set<String> WORKING = Set.of("queued", "reading", "planning", "applying");

    JsonNode get(String path) {
        HttpResponse<String> answer = caller.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    HttpResponse<String> post(String path, String body) {
        return body.isEmpty() ? caller.post(path, "") : caller.post(path, body, "Content-Type", "application/json");
    }

    /** A run that is through, or that waits. */
    JsonNode run(String connection, String body) {
        HttpResponse<String> answer = post("/api/connections/" + connection + "/runs", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return ended(answer.headers().firstValue("Location").orElseThrow());
    }

    JsonNode ended(String location) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> get(location),
                        run -> !WORKING.contains(run.get("state").stringValue()));
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    static void isProblem(HttpResponse<String> answer, int status, String detail) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).get("status").intValue()).isEqualTo(status);
        assertThat(json(answer).get("detail").stringValue()).contains(detail);
    }
}
