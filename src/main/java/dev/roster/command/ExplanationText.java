package dev.roster.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** An explanation of one person, for people. */
final class ExplanationText {

    private static final String MARGIN = " ".repeat(25);

    private ExplanationText() {}

    static List<String> of(JsonNode explanation) {
        List<String> lines = new ArrayList<>();
        String name = text(explanation, "principalName");
        lines.add((name.isEmpty() ? "" : name + "  ") + text(explanation, "id"));
        JsonNode targets = explanation.path("targets");
        if (!targets.isEmpty()) {
            step(targets.get(0).path("steps").get(0), new HashSet<>(), lines);
        }
        targets.forEach(target -> target(target, lines));
        history(explanation.path("history"), lines);
        return lines;
    }

    private static void target(JsonNode target, List<String> lines) {
        lines.add("");
        lines.add(text(target, "target"));
        JsonNode steps = target.path("steps");
        Set<String> told = new HashSet<>();
        for (int i = 1; i < steps.size(); i++) {
            step(steps.get(i), told, lines);
        }
        for (JsonNode operation : target.path("operations")) {
            lines.add(MARGIN + operation(operation));
        }
        if (steps.size() < 4) {
            lines.add("  no run has looked at this product yet; 'plan' does, and changes nothing");
        }
        JsonNode decision = target.path("decision");
        if (decision.isObject()) {
            String since = text(decision, "since").isEmpty() ? "" : ", " + time(decision, "since");
            lines.add(String.format(
                    "  %-9s%-13s%s",
                    "stands",
                    text(decision, "reason"),
                    "since run " + text(decision, "run") + since + detail(decision)));
        }
    }

    /** @param told what was advised already, and need not be twice */
    private static void step(JsonNode step, Set<String> told, List<String> lines) {
        lines.add(String.format("  %-9s%-13s%s", text(step, "step"), text(step, "outcome"), text(step, "detail")));
        if (!text(step, "fix").isEmpty() && told.add(text(step, "fix"))) {
            lines.add(MARGIN.substring(1) + "what to do: " + text(step, "fix"));
        }
        int width = 0;
        for (JsonNode value : step.path("values")) {
            width = Math.max(width, text(value, "name").length());
        }
        for (JsonNode value : step.path("values")) {
            lines.add(MARGIN + value(value, width));
        }
    }

    private static String value(JsonNode value, int width) {
        String outcome = text(value, "outcome");
        boolean decisive = value.path("decisive").asBoolean(false);
        return pad(text(value, "name"), width) + "  "
                + (outcome.isEmpty() ? "" : outcome + (decisive ? ", and that decides" : "") + ": ")
                + text(value, "value");
    }

    private static String operation(JsonNode operation) {
        String group = text(operation, "group");
        String held = text(operation, "status").equals("planned") ? "" : "held back, ";
        return held + text(operation, "kind") + " " + text(operation, "user") + (group.isEmpty() ? "" : " " + group)
                + changes(operation) + " (" + text(operation, "reason") + ")";
    }

    private static String changes(JsonNode operation) {
        StringBuilder changes = new StringBuilder();
        operation
                .path("after")
                .forEachEntry((name, value) -> changes.append(changes.isEmpty() ? ": " : ", ")
                        .append(Shown.line(name))
                        .append(" ")
                        .append(Shown.line(value.asString(""))));
        return changes.toString();
    }

    private static void history(JsonNode history, List<String> lines) {
        if (history.isEmpty()) {
            return;
        }
        lines.add("");
        Table table = Table.of("run", "began", "target", "operation", "account", "group", "reason", "status", "error");
        for (JsonNode row : history) {
            table.row(
                    text(row, "run"),
                    time(row, "at"),
                    text(row, "target"),
                    text(row, "kind"),
                    text(row, "user"),
                    text(row, "group"),
                    text(row, "reason"),
                    text(row, "status"),
                    text(row, "error"));
        }
        lines.addAll(table.lines());
    }

    private static String detail(JsonNode decision) {
        return text(decision, "detail").isEmpty() ? "" : ": " + text(decision, "detail");
    }

    /** To the second. */
    private static String time(JsonNode node, String field) {
        String time = text(node, field);
        return time.length() > 19 ? time.substring(0, 19).replace('T', ' ') : time;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNull() ? "" : Shown.line(value.asString(""));
    }
}
