package dev.roster.demo.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a simulated product over real HTTP. */
final class ProductClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** An answer as it came. */
    record Answer(int status, HttpHeaders headers, String body) {
        JsonNode json() {
            return MAPPER.readTree(body);
        }

        JsonNode at(String pointer) {
            return json().at(pointer);
        }

        List<String> texts(String listPointer, String field) {
            List<String> texts = new ArrayList<>();
            for (JsonNode item : listPointer.isEmpty() ? json() : at(listPointer)) {
                texts.add(field.isEmpty() ? item.asString() : item.path(field).asString());
            }
            return texts;
        }
    }

    private final String base;
    private final @Nullable String authorization;

    private ProductClient(String base, @Nullable String authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    static ProductClient bearer(SimulatedProduct product, String root, String token) {
        return new ProductClient(product.url() + root, "Bearer " + token);
    }

    static ProductClient basic(SimulatedProduct product, String root, String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new ProductClient(
                product.url() + root, "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    static ProductClient anonymous(SimulatedProduct product, String root) {
        return new ProductClient(product.url() + root, null);
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** Without a body. */
    Answer post(String path) {
        return send("POST", path, null);
    }

    Answer post(String path, String json) {
        return send("POST", path, json, "Content-Type", "application/json");
    }

    /** Without a body. */
    Answer put(String path) {
        return send("PUT", path, null);
    }

    Answer put(String path, String json) {
        return send("PUT", path, json, "Content-Type", "application/json");
    }

    Answer send(String method, String path, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
