package dev.roster.command;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Everything that a plan would take away, line by line, for people. */
final class TakenAway {

    private static final List<String> KINDS =
            List.of("deactivate-user", "delete-user", "delete-group", "remove-member");

    private TakenAway() {}

    /** Empty when it takes nothing away. */
    static List<String> of(Engine engine, JsonNode run) {
        Table table = Table.of("takes away", "target", "user", "group", "reason");
        for (String kind : KINDS) {
            if (isPlanned(run, kind)) {
                add(engine, run.path("id").longValue(), kind, table);
            }
        }
        if (table.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        return lines;
    }

    private static boolean isPlanned(JsonNode run, String kind) {
        boolean[] planned = new boolean[1];
        run.path("counts")
                .forEach(kinds -> planned[0] |= kinds.path(kind).path("planned").longValue(0) > 0);
        return planned[0];
    }

    private static void add(Engine engine, long run, String kind, Table table) {
        long left;
        int page = 0;
        do {
            JsonNode operations = engine.operations(run, kind, page++);
            for (JsonNode operation : operations.path("items")) {
                table.row(
                        kind,
                        operation.path("target").asString(""),
                        operation.path("user").asString(""),
                        operation.path("group").asString(""),
                        operation.path("reason").asString(""));
            }
            left = operations.path("total").longValue()
                    - (long) page * operations.path("size").longValue();
        } while (left > 0);
    }
}
