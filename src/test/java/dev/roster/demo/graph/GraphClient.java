package dev.roster.demo.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain HTTP client of the simulated Graph. */
final class GraphClient {

    private static final JsonMapper JSON = new JsonMapper();

    /** An answer with its status, headers and body. */
    record Answer(int status, HttpResponse<String> response) {

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String errorCode() {
            return json().path("error").path("code").asString("");
        }

        List<String> values(String property) {
            List<String> values = new ArrayList<>();
            json().path("value").forEach(item -> values.add(item.path(property).asString("")));
            return values;
        }

        String nextLink() {
            return json().path("@odata.nextLink").asString("");
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private String token = "";

    GraphClient(URI base) {
        this.base = base;
    }

    static GraphClient signedIn(GraphSimulator simulator) {
        GraphClient client = new GraphClient(simulator.url());
        client.signIn();
        return client;
    }

    void signIn() {
        token = token(secretForm()).json().path("access_token").asString("");
    }

    void useToken(String other) {
        token = other;
    }

    Map<String, String> secretForm() {
        return Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                GraphSimulator.CLIENT_ID,
                "client_secret",
                GraphSimulator.CLIENT_SECRET,
                "scope",
                base + "/.default");
    }

    Answer token(Map<String, String> form) {
        return token(GraphSimulator.TENANT_ID, form);
    }

    Answer token(String tenant, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return postForm(tenant, body);
    }

    Answer postForm(String tenant, String body) {
        return send(HttpRequest.newBuilder(base.resolve("/" + tenant + "/oauth2/v2.0/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A path after the version, or a whole link; headers in pairs. */
    Answer get(String pathOrLink, String... headers) {
        return send(request(pathOrLink, headers).GET());
    }

    Answer post(String path, String body) {
        return send(request(path, "Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    Answer send(String method, String path) {
        return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** A batch of GETs, whose ids are 1, 2, 3 and so on. */
    Answer batch(String... paths) {
        List<Map<String, String>> parts = new ArrayList<>();
        Arrays.stream(paths)
                .forEach(path ->
                        parts.add(Map.of("id", String.valueOf(parts.size() + 1), "method", "GET", "url", path)));
        return post("/$batch", JSON.writeValueAsString(Map.of("requests", parts)));
    }

    /** The values of one property on every page. */
    List<String> all(String path, String property) {
        List<String> values = new ArrayList<>();
        for (String next = path; !next.isEmpty(); ) {
            Answer page = get(next);
            values.addAll(page.values(property));
            next = page.nextLink();
        }
        return values;
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String pathOrLink, String... headers) {
        URI uri = URI.create(pathOrLink.startsWith("http") ? pathOrLink : base + "/v1.0" + pathOrLink);
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri);
        if (!token.isEmpty()) {
            builder.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            builder.headers(headers);
        }
        return builder;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
