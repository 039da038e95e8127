package dev.roster.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "runs", description = "Lists the latest runs.")
class RunsCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private final Options options = new Options();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "How many; 20 unless given.")
    private int limit;

    RunsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > 1000) {
            throw new CommandFailure(ExitCode.USAGE, "--limit is between 1 and 1000");
        }
        return session.with(options, this::list);
    }

    private ExitCode list(Engine engine) {
        JsonNode runs = engine.runs(Choice.connectionOrAll(engine.connections(), options), limit);
        if (options.json) {
            session.terminal().say(runs);
        } else {
            session.terminal().say(table(runs));
        }
        return ExitCode.DONE;
    }

    private static List<String> table(JsonNode runs) {
        Table table = Table.of("run", "connection", "mode", "trigger", "state", "started", "ended", "dead", "message");
        for (JsonNode run : runs) {
            table.row(
                    run.path("id").asString(""),
                    run.path("connection").asString(""),
                    run.path("mode").asString(""),
                    run.path("trigger").asString(""),
                    run.path("state").asString(""),
                    run.path("startedAt").asString(""),
                    run.path("finishedAt").asString(""),
                    RunSummary.dead(run),
                    run.path("message").asString(""));
        }
        return table.lines();
    }
}
