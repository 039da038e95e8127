package dev.roster.command;

import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Where a run stands, in one line: phase, how much of it is done, how fast, and how long it may still take. */
final class ProgressLine {

    private static final double NANOS = 1e9;

    // Mutable state: where the phase in hand was first seen.
    private String phase = "";
    private long seenAt;
    private long seenDone;

    /** @param now by a clock that never jumps */
    String of(JsonNode run, long now) {
        JsonNode progress = run.path("progress");
        long done = progress.path("done").longValue(0);
        long total = progress.path("total").longValue(0);
        if (!phase.equals(phase(run))) {
            phase = phase(run);
            seenAt = now;
            seenDone = done;
        }
        StringBuilder line = new StringBuilder("run " + run.path("id").asString("") + "  " + phase);
        if (total > 0) {
            line.append(String.format(Locale.ROOT, "  %,d of %,d", done, total));
            rate(line, done, now);
        }
        if (progress.path("etaSeconds").isNumber()) {
            line.append("  ")
                    .append(time(progress.path("etaSeconds").longValue()))
                    .append(" left");
        }
        if (progress.path("waitingUntil").isString()) {
            line.append("  waits until ")
                    .append(progress.path("waitingUntil").stringValue())
                    .append(", as a service asked");
        }
        for (Map.Entry<String, JsonNode> slowed : progress.path("slowedTo").properties()) {
            line.append("  ")
                    .append(slowed.getKey())
                    .append(" throttles: ")
                    .append(slowed.getValue().asString())
                    .append(" requests/s");
        }
        return line.toString();
    }

    /** The run's phase; the state where that says more. */
    static String phase(JsonNode run) {
        return run.path("progress").path("phase").asString("");
    }

    private void rate(StringBuilder line, long done, long now) {
        double seconds = (now - seenAt) / NANOS;
        if (seconds >= 1 && done > seenDone) {
            line.append(String.format(Locale.ROOT, "  %.1f/s", (done - seenDone) / seconds));
        }
    }

    /** As in {@code 3 min 20 s}. */
    static String time(long seconds) {
        return seconds < 60
                ? seconds + " s"
                : seconds < 3600
                        ? seconds / 60 + " min " + seconds % 60 + " s"
                        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
