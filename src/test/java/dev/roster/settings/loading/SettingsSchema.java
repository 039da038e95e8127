package dev.roster.settings.loading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The table of keys as a JSON schema, with which editors complete and check {@code application.yaml}. */
final class SettingsSchema {
    private SettingsSchema() {}

    static String text() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Settings of Roster");
        schema.put("description", "Keys under roster; the others are those of Spring Boot.");
        schema.put("type", "object");
        schema.put("properties", Map.of("roster", of(KeyTable.TREE)));
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(schema)
                + "\n";
    }

    private static Map<String, Object> of(Place place) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (place instanceof Place.Value value) {
            addValue(value.key(), schema);
            return schema;
        }
        schema.put("type", List.of("object", "null"));
        if (place instanceof Place.Fields fields) {
            Map<String, Object> properties = new LinkedHashMap<>();
            fields.byName().forEach((name, below) -> properties.put(name, of(below)));
            schema.put("properties", properties);
            schema.put("additionalProperties", false);
        } else if (place instanceof Place.Named named) {
            schema.put("additionalProperties", of(named.each()));
        }
        return schema;
    }

    private static void addValue(Key<?> key, Map<String, Object> schema) {
        schema.put("description", key.meaning());
        if (!key.preset().isEmpty()) {
            schema.put("default", key.preset());
        }
        Map<String, Object> one = one(key.type());
        if (key.type().many()) {
            // A text is a list with commas.
            schema.put("anyOf", List.of(listOf(one), Map.of("type", List.of("string", "null"))));
        } else if (key.type().words().isEmpty()) {
            schema.putAll(one);
        } else {
            // A placeholder may stand for any of the words.
            schema.put("anyOf", List.of(one, placeholder()));
        }
    }

    private static Map<String, Object> one(ValueType<?> type) {
        if (type.words().equals(List.of("true", "false"))) {
            return Map.of("type", "boolean");
        }
        if (type.words().contains("true")) {
            return Map.of(
                    "enum", type.words().stream().map(SettingsSchema::typed).toList());
        }
        return type.words().isEmpty()
                ? Map.of("type", List.of("string", "number", "boolean", "null"))
                : Map.of("enum", type.words());
    }

    private static Object typed(String word) {
        return word.equals("true") || word.equals("false") ? (Object) Boolean.valueOf(word) : word;
    }

    private static Map<String, Object> placeholder() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        schema.put("pattern", "\\$\\{.+\\}");
        return schema;
    }

    private static Map<String, Object> listOf(Map<String, Object> one) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "array");
        schema.put("items", one);
        return schema;
    }
}
