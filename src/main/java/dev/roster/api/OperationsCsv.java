package dev.roster.api;

import dev.roster.store.OperationRow;
import java.io.PrintWriter;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Operations as CSV (RFC 4180).
 *
 * <p>A cell that a spreadsheet would take for a formula gets an apostrophe in front: names come from directories, and
 * whoever opens the file must not run what somebody has written into a display name.
 */
final class OperationsCsv {

    /** What formulas begin with, also in full width; a tab or line end in front of it does not hinder them. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final PrintWriter out;
    private final JsonMapper json;

    OperationsCsv(PrintWriter out, JsonMapper json) {
        this.out = out;
        this.json = json;
    }

    void header() {
        line(
                "id",
                "target",
                "kind",
                "user",
                "group",
                "before",
                "after",
                "reason",
                "status",
                "attempts",
                "error",
                "drift");
    }

    void row(OperationRow row) {
        line(
                String.valueOf(row.id()),
                row.target(),
                row.kind(),
                row.user(),
                row.group(),
                object(row.before()),
                object(row.after()),
                row.reason(),
                row.status(),
                String.valueOf(row.attempts()),
                row.error(),
                String.valueOf(row.drift()));
    }

    private @Nullable String object(Map<String, String> values) {
        return values.isEmpty() ? null : json.writeValueAsString(values);
    }

    private void line(@Nullable String... cells) {
        out.write(Stream.of(cells).map(OperationsCsv::cell).collect(Collectors.joining(",")));
        out.write("\r\n");
    }

    static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String safe = FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
