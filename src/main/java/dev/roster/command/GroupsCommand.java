package dev.roster.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "groups", description = "Lists Entra's groups as the last run has read them.")
class GroupsCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private final Options options = new Options();

    @Option(names = "--draft", description = "Print a manual mapping to fill in, for application.yaml.")
    private boolean draft;

    GroupsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(options, this::list);
    }

    private ExitCode list(Engine engine) {
        String connection = Choice.connection(engine.connections(), options);
        JsonNode groups = engine.groups(connection);
        if (groups.isEmpty() && !options.json) {
            session.terminal().complain("No groups have been read yet; 'plan' reads them and changes nothing.");
        }
        if (options.json) {
            session.terminal().say(groups);
        } else {
            session.terminal().say(draft ? MappingDraft.of(connection, groups, options.targets) : table(groups));
        }
        return ExitCode.DONE;
    }

    private List<String> table(JsonNode groups) {
        Table table = Table.of("id", "name", "kind", "members", "fills");
        for (JsonNode group : groups) {
            table.row(
                    group.path("id").asString(""),
                    group.path("name").asString(""),
                    group.path("kind").asString(""),
                    group.path("members").isNumber() ? group.path("members").asString() : "?",
                    String.join(", ", fills(group)));
        }
        return table.lines();
    }

    private List<String> fills(JsonNode group) {
        List<String> fills = new ArrayList<>();
        group.path("mappedTo").forEachEntry((target, names) -> {
            if (options.targets.isEmpty() || options.targets.contains(target)) {
                names.forEach(name -> fills.add(target + ": " + name.asString("")));
            }
        });
        return fills;
    }
}
