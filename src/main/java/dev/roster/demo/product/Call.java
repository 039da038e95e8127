package dev.roster.demo.product;

import dev.roster.demo.SimulatedRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request that reached the part of the product that answers it.
 *
 * @param path the variable parts of the path, decoded
 * @param from null for an anonymous caller
 */
record Call(
        SimulatedRequest request,
        List<String> path,
        @Nullable Caller from) {

    String path(int index) {
        return path.get(index);
    }

    /** The account that calls; only for routes that no anonymous caller reaches. */
    Caller caller() {
        if (from == null) {
            throw new IllegalStateException("an anonymous caller reached " + request.rawPath());
        }
        return from;
    }

    @Nullable
    String query(String name) {
        return request.query().get(name);
    }

    String query(String name, String fallback) {
        return request.query().getOrDefault(name, fallback);
    }

    /** Refused with 400 when missing or blank. */
    String required(String name) {
        String value = query(name, "");
        if (value.isBlank()) {
            throw Refusal.ofField(400, name, "The " + name + " query parameter must be given.");
        }
        return value;
    }

    int number(String name, int fallback) {
        String value = query(name, "");
        if (value.isEmpty()) {
            return fallback;
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw Refusal.ofField(400, name, "The " + name + " query parameter is not a number.");
        }
    }

    boolean flag(String name, boolean fallback) {
        return Boolean.parseBoolean(query(name, Boolean.toString(fallback)));
    }

    boolean expands(String part) {
        return List.of(query("expand", "").split("\\s*,\\s*", -1)).contains(part);
    }

    JsonBody body(String... known) {
        return JsonBody.read(request.body(), Set.of(known));
    }
}
