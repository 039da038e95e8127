package dev.roster.demo.product;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The JSON object of a request, read strictly: what the product does not know, it refuses. */
final class JsonBody {

    private final JsonNode fields;

    private JsonBody(JsonNode fields) {
        this.fields = fields;
    }

    static JsonBody read(String text, Set<String> known) {
        JsonNode node = parse(text);
        if (!node.isObject()) {
            throw Refusal.of(400, "The request body is not a JSON object.");
        }
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw Refusal.of(400, "Unrecognized field \"" + name + "\", not marked as ignorable");
            }
        }
        return new JsonBody(node);
    }

    private static JsonNode parse(String text) {
        try {
            return JsonText.MAPPER.readTree(text);
        } catch (JacksonException e) {
            throw Refusal.of(400, "The request body is not valid JSON.");
        }
    }

    boolean has(String name) {
        return fields.hasNonNull(name);
    }

    /** Null when absent or null; a number or a truth value counts as its text, as in the products' own readers. */
    @Nullable
    String text(String name) {
        JsonNode value = fields.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isValueNode()) {
            throw Refusal.ofField(400, name, "Cannot read a text from the field \"" + name + "\"");
        }
        return value.asString();
    }

    String text(String name, String fallback) {
        String value = text(name);
        return value == null ? fallback : value;
    }

    /** Takes true and false, and the same as text. */
    boolean flag(String name, boolean fallback) {
        String value = text(name);
        if (value == null) {
            return fallback;
        }
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw Refusal.ofField(400, name, "Cannot read true or false from the field \"" + name + "\"");
        }
        return value.equalsIgnoreCase("true");
    }

    /** Null when absent or null. */
    @Nullable
    List<String> texts(String name) {
        JsonNode value = fields.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isArray()) {
            throw Refusal.ofField(400, name, "Cannot read a list from the field \"" + name + "\"");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : value) {
            if (!item.isString()) {
                throw Refusal.ofField(400, name, "Cannot read a text from the field \"" + name + "\"");
            }
            texts.add(item.asString());
        }
        return texts;
    }
}
