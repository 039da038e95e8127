package dev.roster.command;

import dev.roster.directory.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Settings with every group of Entra and room for the names that it is to fill. What it fills by now is written down
 * already, so that a mapping can be gone on with.
 */
final class MappingDraft {

    private MappingDraft() {}

    /** @param targets whose groups to write down; empty for all */
    static List<String> of(String connection, JsonNode groups, List<String> targets) {
        List<String> lines = new ArrayList<>(List.of(
                "roster:",
                "  connections:",
                "    " + quoted(connection) + ":",
                "      groups:",
                "        mapping: manual",
                "        manual:",
                "          # Write the groups to fill between the brackets; a line that stays empty fills none."));
        for (JsonNode group : groups) {
            lines.add("          " + quoted(group.path("id").asString("")) + ": " + filled(group, targets) + " # "
                    + Shown.line(group.path("name").asString("")) + " ("
                    + group.path("kind").asString("")
                    + counted(group.path("members")) + ")");
        }
        return lines;
    }

    /** A list in YAML; a name that is lower case in some targets only stands there once, as the others spell it. */
    private static String filled(JsonNode group, List<String> targets) {
        Map<String, String> names = new LinkedHashMap<>();
        group.path("mappedTo").forEachEntry((target, filled) -> {
            if (targets.isEmpty() || targets.contains(target)) {
                filled.forEach(name -> names.merge(
                        Names.key(name.asString("")),
                        name.asString(""),
                        (one, other) -> one.equals(Names.key(one)) ? other : one));
            }
        });
        return "["
                + String.join(
                        ", ", names.values().stream().map(MappingDraft::quoted).toList()) + "]";
    }

    private static String counted(JsonNode members) {
        if (!members.isNumber()) {
            return "";
        }
        return ", " + members.asString() + (members.asInt(0) == 1 ? " member" : " members");
    }

    /** JSON's way to quote is one of YAML's. */
    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }
}
