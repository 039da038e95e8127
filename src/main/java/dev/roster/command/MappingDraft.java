package dev.roster.command;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Settings with every group of Entra and room for the names that it is to fill. */
final class MappingDraft {

    private MappingDraft() {}

    static List<String> of(String connection, JsonNode groups) {
        List<String> lines = new ArrayList<>(List.of(
                "roster:",
                "  connections:",
                "    " + quoted(connection) + ":",
                "      groups:",
                "        mapping: manual",
                "        manual:",
                "          # Write the groups to fill between the brackets; remove the lines that stay empty."));
        for (JsonNode group : groups) {
            JsonNode members = group.path("members");
            lines.add("          " + quoted(group.path("id").asString("")) + ": [] # "
                    + Shown.line(group.path("name").asString("")) + " ("
                    + group.path("kind").asString("")
                    + (members.isNumber() ? ", " + members.asString() + " members" : "") + ")");
        }
        return lines;
    }

    /** JSON's way to quote is one of YAML's. */
    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }
}
