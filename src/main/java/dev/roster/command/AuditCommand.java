package dev.roster.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "audit", description = "Lists what people decided and which settings changed, the latest first.")
class AuditCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private final Options options = new Options();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "How many; 50 unless given.")
    private int limit;

    AuditCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > 1000) {
            throw new CommandFailure(ExitCode.USAGE, "--limit is between 1 and 1000");
        }
        if (!options.targets.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "audit takes no --target");
        }
        return session.with(options, this::list);
    }

    private ExitCode list(Engine engine) {
        JsonNode entries = engine.audit(Choice.connectionOrAll(engine.connections(), options), limit);
        if (options.json) {
            session.terminal().say(entries);
        } else {
            session.terminal().say(table(entries));
        }
        return ExitCode.DONE;
    }

    private static List<String> table(JsonNode entries) {
        Table table = Table.of(
                "at", "action", "by", "via", "connection", "target", "run", "subject", "before", "after", "reason");
        for (JsonNode entry : entries) {
            table.row(
                    entry.path("at").asString(""),
                    entry.path("action").asString(""),
                    entry.path("by").asString(""),
                    entry.path("via").asString(""),
                    entry.path("connection").asString(""),
                    entry.path("target").asString(""),
                    entry.path("run").asString(""),
                    entry.path("subject").asString(""),
                    entry.path("before").asString(""),
                    entry.path("after").asString(""),
                    entry.path("reason").asString(""));
        }
        return table.lines();
    }
}
