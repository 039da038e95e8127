package dev.roster.contract;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A vendor's description, read and mended where it could not even be loaded or matched. */
final class RepairedDescription {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RepairedDescription() {}

    static String read(Path file) {
        JsonNode description = MAPPER.readTree(file.toFile());
        for (JsonNode path : description.path("paths")) {
            for (JsonNode operation : path) {
                if (operation instanceof ObjectNode object && object.get("parameters") instanceof ArrayNode array) {
                    object.set("parameters", onceEach(array));
                }
            }
        }
        // Jira takes the name of the group from the query; the description puts it into a path without a place for it.
        for (JsonNode parameter : description
                .path("paths")
                .path("/api/2/group/member")
                .path("get")
                .path("parameters")) {
            if (parameter.path("name").asString().equals("groupname")) {
                ((ObjectNode) parameter).put("in", "query");
            }
        }
        return MAPPER.writeValueAsString(description);
    }

    // Confluence lists most parameters twice, which no reader takes.
    private static ArrayNode onceEach(ArrayNode parameters) {
        ArrayNode once = MAPPER.createArrayNode();
        Set<String> seen = new HashSet<>();
        for (JsonNode parameter : parameters) {
            if (seen.add(parameter.path("in").asString()
                    + ' '
                    + parameter.path("name").asString())) {
                once.add(parameter);
            }
        }
        return once;
    }
}
