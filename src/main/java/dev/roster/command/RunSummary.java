package dev.roster.command;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What came of a run, for people. */
final class RunSummary {

    private RunSummary() {}

    static List<String> of(JsonNode run) {
        List<String> lines = new ArrayList<>();
        String id = run.path("id").asString("");
        lines.add("run " + id + " of " + Shown.line(text(run, "connection")) + ": " + text(run, "state"));
        if (run.path("message").isString() && !text(run, "message").equals(text(run, "waitsFor"))) {
            lines.add("  " + Shown.line(text(run, "message")));
        }
        operations(run, lines);
        drift(run, lines);
        for (JsonNode target : run.path("leftOut")) {
            lines.add("left out: " + Shown.line(target.asString("")));
        }
        warnings(run, lines);
        estimate(run, lines);
        approval(run, id, lines);
        long dead = dead(run);
        if (dead > 0) {
            lines.add("dead letters: " + dead + "; 'dead-letters' shows them");
        }
        return lines;
    }

    private static void operations(JsonNode run, List<String> lines) {
        Table table = Table.of("target", "operation", "planned", "done", "skipped", "dead");
        run.path("counts")
                .forEachEntry((target, kinds) -> kinds.forEachEntry((kind, counts) -> table.row(
                        target,
                        kind,
                        counts.path("planned").asString(""),
                        counts.path("done").asString(""),
                        counts.path("skipped").asString(""),
                        counts.path("dead").asString(""))));
        if (table.isEmpty()) {
            lines.add("nothing to do");
        } else {
            lines.add("");
            lines.addAll(table.lines());
            lines.add("");
        }
    }

    private static void drift(JsonNode run, List<String> lines) {
        run.path("drift")
                .forEachEntry((target, count) -> lines.add("changed by hand in " + Shown.line(target) + ": "
                        + count.longValue(0) + (count.longValue(0) == 1 ? " operation mends" : " operations mend")
                        + " that"));
    }

    private static void warnings(JsonNode run, List<String> lines) {
        for (JsonNode warning : run.path("warnings")) {
            lines.add("warning: " + Shown.line(text(warning, "target")) + ": " + Shown.line(text(warning, "detail")));
            lines.add("  " + Shown.line(text(warning, "fix")));
        }
    }

    /** Whether its plan can be carried out still. */
    static boolean isOpen(JsonNode run) {
        return text(run, "state").equals("awaiting-approval")
                || text(run, "mode").equals("plan") && text(run, "state").equals("completed");
    }

    private static void estimate(JsonNode run, List<String> lines) {
        if (run.path("estimateSeconds").isNumber()) {
            lines.add("carrying it out takes about "
                    + ProgressLine.time(run.path("estimateSeconds").longValue()));
        } else if (isOpen(run) && !run.path("counts").isEmpty()) {
            lines.add("no estimate yet of how long carrying it out takes");
        }
    }

    private static void first(JsonNode run, List<String> lines) {
        for (JsonNode limit : run.path("passedLimits")) {
            List<String> names = new ArrayList<>();
            limit.path("first").forEach(name -> names.add(Shown.line(name.asString(""))));
            long more = limit.path("planned").longValue(0) - names.size();
            lines.add("  " + text(limit, "limit") + " in " + Shown.line(text(limit, "target")) + ": "
                    + String.join(", ", names) + (more > 0 ? " and " + more + " more" : ""));
        }
    }

    private static void approval(JsonNode run, String id, List<String> lines) {
        if (!run.path("waitsFor").isString()) {
            return;
        }
        boolean waits = text(run, "state").equals("awaiting-approval");
        boolean planned = text(run, "mode").equals("plan");
        if (!waits && !planned) {
            return;
        }
        lines.add(waits ? "it waits for approval:" : "it would wait for approval:");
        for (String reason : text(run, "waitsFor").split("; ")) {
            lines.add("  " + Shown.line(reason));
        }
        first(run, lines);
        lines.add("'approve " + id + "' carries it out");
    }

    /** How many operations failed for good. */
    static long dead(JsonNode run) {
        long[] dead = new long[1];
        run.path("counts")
                .forEach(kinds ->
                        kinds.forEach(counts -> dead[0] += counts.path("dead").longValue(0)));
        return dead[0];
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
