package dev.roster.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "runs", description = "Lists the latest runs, or what they did to somebody or to a group.")
class RunsCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private final Options options = new Options();

    @Mixin
    private final Sought sought = new Sought();

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
        if (sought.any() && options.targets.size() > 1) {
            throw new CommandFailure(ExitCode.USAGE, "with --user or --group, runs takes one --target");
        }
        sought.target = options.targets.isEmpty() ? null : options.targets.get(0);
        return session.with(options, sought.any() ? this::search : this::list);
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

    private ExitCode search(Engine engine) {
        JsonNode found = engine.operations(Choice.connectionOrAll(engine.connections(), options), sought, limit);
        if (options.json) {
            session.terminal().say(found);
        } else {
            session.terminal().say(FoundTable.of(found));
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
