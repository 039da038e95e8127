package dev.roster.command;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Operations of several runs as a table. */
final class FoundTable {

    private FoundTable() {}

    /** @param page as the API gives it */
    static List<String> of(JsonNode page) {
        Table table =
                Table.of("run", "at", "connection", "target", "kind", "user", "group", "reason", "status", "error");
        for (JsonNode found : page.path("items")) {
            table.row(
                    found.path("run").asString(""),
                    found.path("at").asString(""),
                    found.path("connection").asString(""),
                    found.path("target").asString(""),
                    found.path("kind").asString(""),
                    found.path("user").asString(""),
                    found.path("group").asString(""),
                    found.path("reason").asString(""),
                    found.path("status").asString(""),
                    found.path("error").asString(""));
        }
        List<String> lines = new ArrayList<>(table.lines());
        long more = page.path("total").asLong(0) - page.path("items").size();
        if (more > 0) {
            lines.add(more + " earlier ones are not shown; --limit=N shows more");
        }
        return lines;
    }
}
