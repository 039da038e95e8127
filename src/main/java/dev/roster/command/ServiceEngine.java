package dev.roster.command;

import dev.roster.store.PageRequest;
import dev.roster.store.ServiceFile;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service that has the database open, over its API. */
final class ServiceEngine implements Engine {

    /** A check may have to wait for products that do not answer. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Duration PROBE = Duration.ofSeconds(10);

    private final ServiceFile service;
    private final HttpClient client;
    private final JsonMapper json = JsonMapper.shared();

    private ServiceEngine(ServiceFile service) {
        this.service = service;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
    }

    /** Empty when the service that wrote the file does not answer any more. */
    static Optional<ServiceEngine> find(ServiceFile file) {
        ServiceEngine engine = new ServiceEngine(file);
        try {
            HttpResponse<String> answer = engine.exchange("GET", "/api/connections", null, PROBE);
            return answer.statusCode() == 200 ? Optional.of(engine) : Optional.empty();
        } catch (IOException nobody) {
            return Optional.empty();
        }
    }

    @Override
    public JsonNode connections() {
        return get("/api/connections");
    }

    @Override
    public JsonNode start(String connection, String mode, boolean reconcile, List<String> targets) {
        return post(
                "/api/connections/" + encoded(connection) + "/runs",
                Map.of("mode", mode, "reconcile", reconcile, "targets", targets));
    }

    @Override
    public JsonNode run(long id) {
        return get("/api/runs/" + id);
    }

    @Override
    public JsonNode runs(@Nullable String connection, int limit) {
        return get("/api/runs?limit=" + limit + parameter("connection", connection));
    }

    @Override
    public JsonNode operations(@Nullable String connection, Sought sought, int limit) {
        return get("/api/operations?size=" + limit + parameter("connection", connection)
                + parameter("user", sought.user) + parameter("group", sought.group)
                + parameter("target", sought.target));
    }

    @Override
    public JsonNode approve(long id) {
        return post("/api/runs/" + id + "/approve", null);
    }

    @Override
    public JsonNode check(String connection) {
        return post("/api/connections/" + encoded(connection) + "/check", null);
    }

    @Override
    public JsonNode groups(String connection) {
        return get("/api/connections/" + encoded(connection) + "/groups");
    }

    @Override
    public JsonNode explain(String connection, String person, List<String> targets) {
        String path = "/api/connections/" + encoded(connection) + "/users/" + encoded(person);
        return get(path + "?"
                + targets.stream().map(target -> parameter("target", target)).collect(Collectors.joining()));
    }

    @Override
    public JsonNode deadLetters(@Nullable String connection, @Nullable String target) {
        return get("/api/dead-letters?" + parameter("connection", connection) + parameter("target", target));
    }

    @Override
    public JsonNode deadLetterCauses(@Nullable String connection, @Nullable String target) {
        return get("/api/dead-letters/causes?" + parameter("connection", connection) + parameter("target", target));
    }

    @Override
    public JsonNode operations(long run, String kind, int page) {
        return get("/api/runs/" + run + "/operations?kind=" + kind + "&page=" + page + "&size=" + PageRequest.LARGEST);
    }

    @Override
    public JsonNode change(
            String action,
            List<Long> ids,
            @Nullable String connection,
            @Nullable String target,
            @Nullable String reason) {
        Map<String, Object> body = new HashMap<>(ids.isEmpty() ? Map.of("all", true) : Map.of("ids", ids));
        if (reason != null) {
            body.put("reason", reason);
        }
        return post(
                "/api/dead-letters/" + action + "?" + parameter("connection", connection) + parameter("target", target),
                body);
    }

    @Override
    public JsonNode audit(@Nullable String connection, int limit) {
        return get("/api/audit?limit=" + limit + parameter("connection", connection));
    }

    @Override
    public void close() {
        // The service goes on.
    }

    private JsonNode get(String path) {
        return call("GET", path, null);
    }

    private JsonNode post(String path, @Nullable Object body) {
        return call("POST", path, body);
    }

    private JsonNode call(String method, String path, @Nullable Object body) {
        HttpResponse<String> answer;
        try {
            answer = exchange(method, path, body, LONGEST);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "the service at " + service.url() + " has stopped answering; what it was told may go on");
        }
        if (answer.statusCode() / 100 == 2) {
            return json.readTree(answer.body());
        }
        throw new CommandFailure(ExitCode.FAILED, detail(answer));
    }

    private HttpResponse<String> exchange(String method, String path, @Nullable Object body, Duration timeout)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.url() + path))
                .timeout(timeout)
                .header("Authorization", "Bearer " + service.token());
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.method(method, BodyPublishers.ofString(json.writeValueAsString(body)))
                    .header("Content-Type", "application/json");
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** What the problem details say; a proxy in between may answer in its own way. */
    private String detail(HttpResponse<String> answer) {
        try {
            String detail = json.readTree(answer.body()).path("detail").asString("");
            return detail.isEmpty() ? "the service answers " + answer.statusCode() : detail;
        } catch (JacksonException noProblem) {
            return "the service answers " + answer.statusCode();
        }
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + encoded(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
