package dev.roster.store;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Small maps of text, kept as JSON in one column; equal maps are equal texts, also after a restart. */
@Component
class JsonColumn {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JsonMapper json;

    JsonColumn(JsonMapper json) {
        this.json = json;
    }

    @Nullable
    String write(Map<String, ?> map) {
        return map.isEmpty() ? null : json.writeValueAsString(new TreeMap<>(map));
    }

    Map<String, String> read(@Nullable String column) {
        return column == null ? Map.of() : json.readValue(column, TEXTS);
    }
}
