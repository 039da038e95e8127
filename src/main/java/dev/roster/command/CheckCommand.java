package dev.roster.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "check",
        description = "Tries credentials, permissions and one read of each kind, and writes nothing anywhere.")
class CheckCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private final Options options = new Options();

    CheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(options, this::check);
    }

    private ExitCode check(Engine engine) {
        String connection = Choice.connection(engine.connections(), options);
        JsonNode result = limited(engine.check(connection));
        if (options.json) {
            session.terminal().say(result);
        } else {
            session.terminal().say(lines(result));
        }
        return result.path("ok").asBoolean(false) ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** Entra's lines and those of the chosen targets. */
    private JsonNode limited(JsonNode result) {
        if (options.targets.isEmpty() || !(result instanceof ObjectNode object)) {
            return result;
        }
        ArrayNode checks = object.arrayNode();
        boolean ok = true;
        for (JsonNode check : result.path("checks")) {
            boolean chosen = check.path("target").isNull()
                    || options.targets.contains(check.path("target").asString(""));
            if (chosen) {
                checks.add(check);
                ok &= !check.path("status").asString("").equals("fail");
            }
        }
        return object.objectNode().put("ok", ok).set("checks", checks);
    }

    private static List<String> lines(JsonNode result) {
        List<String> lines = new ArrayList<>();
        for (JsonNode check : result.path("checks")) {
            lines.add(String.format(
                    "%-4s  %s: %s: %s",
                    check.path("status").asString(""),
                    Shown.line(subject(check)),
                    Shown.line(check.path("name").asString("")),
                    Shown.line(check.path("detail").asString(""))));
            if (check.path("fix").isString()) {
                lines.add("      " + Shown.line(check.path("fix").asString("")));
            }
        }
        return lines;
    }

    private static String subject(JsonNode check) {
        if (!check.path("target").isNull()) {
            return check.path("target").asString("");
        }
        return check.path("name").asString("").equals("disk") ? "Roster" : "Entra";
    }
}
