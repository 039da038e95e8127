package dev.roster.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body of a request, read strictly: a misspelt field is refused. Silently left out, {@code "target"} in place of
 * {@code "targets"} would write to every product.
 */
final class JsonBody {

    private final @Nullable JsonNode object;

    private JsonBody(@Nullable JsonNode object) {
        this.object = object;
    }

    /** @throws BadRequest unless it is absent, or an object with no other fields than these */
    static JsonBody of(@Nullable JsonNode body, Set<String> fields) {
        if (body == null || body.isNull() || body.isMissingNode()) {
            return new JsonBody(null);
        }
        if (!body.isObject()) {
            throw new BadRequest("the body is not a JSON object");
        }
        Set<String> unknown = new TreeSet<>(body.propertyNames());
        unknown.removeAll(fields);
        if (!unknown.isEmpty()) {
            throw new BadRequest("the body has no field called " + String.join(", ", unknown) + "; it may have "
                    + String.join(", ", new TreeSet<>(fields)));
        }
        return new JsonBody(body);
    }

    String text(String field, String otherwise) {
        JsonNode value = value(field);
        if (value == null) {
            return otherwise;
        }
        if (!value.isString()) {
            throw new BadRequest(field + " is not a text");
        }
        return value.stringValue();
    }

    boolean flag(String field) {
        JsonNode value = value(field);
        if (value != null && !value.isBoolean()) {
            throw new BadRequest(field + " is neither true nor false");
        }
        return value != null && value.booleanValue();
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : items(field)) {
            if (!item.isString()) {
                throw new BadRequest(field + " holds something that is not a text");
            }
            texts.add(item.stringValue());
        }
        return texts;
    }

    List<Long> numbers(String field) {
        List<Long> numbers = new ArrayList<>();
        for (JsonNode item : items(field)) {
            if (!item.isIntegralNumber() || !item.canConvertToLong()) {
                throw new BadRequest(field + " holds something that is not a whole number");
            }
            numbers.add(item.longValue());
        }
        return numbers;
    }

    boolean has(String field) {
        return value(field) != null;
    }

    private Iterable<JsonNode> items(String field) {
        JsonNode value = value(field);
        if (value != null && !value.isArray()) {
            throw new BadRequest(field + " is not a list");
        }
        return value == null ? List.of() : value;
    }

    private @Nullable JsonNode value(String field) {
        JsonNode value = object == null ? null : object.get(field);
        return value == null || value.isNull() ? null : value;
    }
}
