package dev.roster.settings.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the table of keys says, as documentation: a table for people and a commented example. */
final class SettingsDocuments {
    /** Values for keys that have no default, so that the example is complete. */
    private static final Map<String, String> EXAMPLES = Map.of(
            "connections.*.entra.tenant-id", "00000000-0000-0000-0000-000000000000",
            "connections.*.entra.client-id", "00000000-0000-0000-0000-000000000000",
            "connections.*.entra.client-secret", "${ACME_CLIENT_SECRET}",
            "connections.*.targets.*.product", "jira",
            "connections.*.targets.*.url", "https://jira.example.com",
            "connections.*.targets.*.token", "${JIRA_TOKEN}",
            "connections.*.groups.manual.*", "[]",
            "access.*.password-hash", "'{bcrypt}$2y$10$...'",
            "access.*.roles", "[viewer]");

    private static final Map<String, String> NAMES =
            Map.of("connections", "acme", "targets", "jira", "manual", "Some Entra Group", "access", "jo");
    private static final Map<String, String> REMARKS = Map.of(
            "connections.*", "any name; several connections = several tenants",
            "connections.*.targets.*", "any name",
            "access.*", "any name; a further user of the API and the console");
    private static final int COMMENT = 60;

    private SettingsDocuments() {}

    /** One line for each key; those that a target may override are marked. */
    static String table() {
        List<String> patterns =
                KeyTable.rows().stream().map(KeyTable.Row::pattern).toList();
        String head = "| key under `roster` | type | default | meaning |\n| --- | --- | --- | --- |\n";
        return KeyTable.rows().stream()
                .filter(row -> !isOverride(row.pattern()))
                .map(row -> line(row, patterns.contains(overriding(row.pattern()))))
                .collect(Collectors.joining("\n", head, "\n"));
    }

    private static String line(KeyTable.Row row, boolean overridable) {
        Key<?> key = row.key();
        String preset = key.preset().isEmpty() ? (key.type().many() ? "`[]`" : "") : "`" + yaml(key) + "`";
        String type = key.type().what().replace("|", "\\|");
        String name = row.pattern().replace("*", "<name>") + "`" + (overridable ? " ¹" : "");
        return "| `" + name + " | " + type + " | " + preset + " | "
                + key.meaning().replace("|", "\\|") + " |";
    }

    private static boolean isOverride(String pattern) {
        return pattern.matches("connections\\.\\*\\.targets\\.\\*\\.(scope|users|groups|limits)\\..*");
    }

    private static String overriding(String pattern) {
        return pattern.replaceFirst("^connections\\.\\*\\.", "connections.*.targets.*.");
    }

    /** Every key with its default, each line a comment. */
    static String example() {
        List<String> lines = new ArrayList<>(List.of("roster:"));
        addFields(KeyTable.TREE, "", 1, lines);
        return lines.stream().map(line -> "# " + line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static void addFields(Place.Fields fields, String pattern, int depth, List<String> lines) {
        fields.byName().forEach((name, place) -> add(name, place, pattern + name, depth, lines));
    }

    private static void add(String name, Place place, String pattern, int depth, List<String> lines) {
        String indent = "  ".repeat(depth);
        if (place instanceof Place.Value value) {
            lines.add(commented(
                    indent + name + ": " + exampleValue(pattern, value.key()),
                    value.key().meaning()));
        } else if (isOverride(pattern + ".")) {
            lines.add(commented(indent + name + ": {}", "any key of " + name + " above, for this target alone"));
        } else if (place instanceof Place.Fields fields) {
            lines.add(indent + name + ":");
            addFields(fields, pattern + ".", depth + 1, lines);
        } else if (place instanceof Place.Named named) {
            lines.add(indent + name + ":");
            String each = pattern + ".*";
            addNamed(NAMES.getOrDefault(name, "name"), named.each(), each, depth + 1, lines);
        }
    }

    private static void addNamed(String name, Place place, String pattern, int depth, List<String> lines) {
        if (place instanceof Place.Fields fields) {
            lines.add(commented("  ".repeat(depth) + name + ":", REMARKS.getOrDefault(pattern, "any name")));
            addFields(fields, pattern + ".", depth + 1, lines);
        } else {
            add(name, place, pattern, depth, lines);
        }
    }

    private static String comment(Key<?> key) {
        boolean choice = !key.type().words().isEmpty() && key.type() != Words.TRUTH;
        return choice ? String.join(" | ", key.type().words()) + ": " + key.meaning() : key.meaning();
    }

    private static String exampleValue(String pattern, Key<?> key) {
        String example = EXAMPLES.get(pattern);
        return example == null ? yaml(key) : example;
    }

    private static String yaml(Key<?> key) {
        if (key.type().many()) {
            return "[" + key.preset() + "]";
        }
        return key.preset().contains("*") ? "\"" + key.preset() + "\"" : key.preset();
    }

    private static String commented(String line, String comment) {
        String stripped = line.stripTrailing();
        return stripped + " ".repeat(Math.max(1, COMMENT - stripped.length())) + "# " + comment;
    }
}
