package dev.roster.command;

import dev.roster.Roster;
import dev.roster.RunningService;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands in this process, with settings that every one of them gets. */
record Shell(Map<String, String> settings) {

    /** What a command left behind. */
    record Result(int code, String out, String err) {

        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    Shell with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return new Shell(more);
    }

    Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false);
        String[] all = Stream.concat(Stream.of(arguments), Stream.of(RunningService.arguments(settings)))
                .toArray(String[]::new);
        int code = new Program(Roster.class, terminal).run(all).orElse(-1);
        return new Result(code, out.toString(), err.toString());
    }
}
