package dev.roster.command;

import java.io.PrintWriter;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Where a command speaks.
 *
 * @param out what was asked for
 * @param err progress, warnings and failures
 * @param interactive whether a person looks at it, so that a line may be written over
 */
record Terminal(PrintWriter out, PrintWriter err, boolean interactive) {

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void say(List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }

    void say(JsonNode json) {
        say(json.toPrettyString());
    }

    void complain(String message) {
        err.println(message);
        err.flush();
    }
}
