package dev.roster.contract;

import dev.roster.demo.graph.GraphSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to the simulated Graph; what came back is looked up among its exchanges. */
final class ContractClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final GraphSimulator simulator;
    private String token = "none";

    ContractClient(GraphSimulator simulator) {
        this.simulator = simulator;
    }

    void signIn() {
        token = new JsonMapper()
                .readTree(signInWith(Map.of()))
                .path("access_token")
                .asString();
    }

    String signInWith(Map<String, String> different) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", GraphSimulator.CLIENT_ID);
        form.put("client_secret", GraphSimulator.CLIENT_SECRET);
        form.put("scope", simulator.url() + "/.default");
        form.putAll(different);
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(simulator.url().resolve("/" + GraphSimulator.TENANT_ID + "/oauth2/v2.0/token"))
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    void get(String path) {
        send(graph(path).GET());
    }

    void post(String path, String json) {
        send(graph(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder graph(String path) {
        return HttpRequest.newBuilder(URI.create(simulator.url() + "/v1.0" + path))
                .header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
