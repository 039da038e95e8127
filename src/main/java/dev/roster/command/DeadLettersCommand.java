package dev.roster.command;

import dev.roster.store.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "dead-letters",
        description = "Lists operations that failed for good, or lets them be tried again or silenced.")
class DeadLettersCommand implements Callable<Integer> {

    private final Session session;

    /** What is done with them. */
    enum Action {
        LIST,
        RETRY,
        DISCARD
    }

    @Mixin
    private final Options options = new Options();

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list, retry or discard.")
    private Action action = Action.LIST;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "ID", description = "Their numbers; all when left out.")
    private List<Long> ids = new ArrayList<>();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why they are discarded; kept on record.")
    @Nullable
    private String reason;

    DeadLettersCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (options.targets.size() > 1) {
            throw new CommandFailure(ExitCode.USAGE, "dead-letters takes one --target");
        }
        if (reason != null && action != Action.DISCARD) {
            throw new CommandFailure(ExitCode.USAGE, "--reason goes with discard");
        }
        if (reason != null && reason.length() > AuditEntry.LONGEST_REASON) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--reason has more than " + AuditEntry.LONGEST_REASON + " characters");
        }
        return session.with(options, this::run);
    }

    private ExitCode run(Engine engine) {
        String connection = Choice.connectionOrAll(engine.connections(), options);
        String target = options.targets.isEmpty() ? null : options.targets.get(0);
        return action == Action.LIST ? list(engine, connection, target) : change(engine, connection, target);
    }

    private ExitCode list(Engine engine, @Nullable String connection, @Nullable String target) {
        JsonNode letters = engine.deadLetters(connection, target);
        if (options.json) {
            session.terminal().say(letters);
        } else {
            session.terminal().say(causes(engine.deadLetterCauses(connection, target)));
            session.terminal().say(table(letters));
        }
        return ExitCode.DONE;
    }

    private ExitCode change(Engine engine, @Nullable String connection, @Nullable String target) {
        JsonNode changed = engine.change(action.name().toLowerCase(Locale.ROOT), ids, connection, target, reason);
        if (options.json) {
            session.terminal().say(changed);
        } else {
            session.terminal()
                    .say(changed.path("count").asString("0")
                            + (action == Action.RETRY ? " are tried again by the next run" : " are silenced"));
        }
        return ExitCode.DONE;
    }

    /** The numbers stand last, to be copied behind retry or discard. */
    private static List<String> causes(JsonNode causes) {
        if (causes.isEmpty()) {
            return List.of();
        }
        Table table = Table.of("count", "connection", "target", "kind", "status", "error", "ids");
        for (JsonNode cause : causes) {
            table.row(
                    cause.path("count").asString(""),
                    cause.path("connection").asString(""),
                    cause.path("target").asString(""),
                    cause.path("kind").asString(""),
                    cause.path("status").asString(""),
                    cause.path("error").asString(""),
                    ids(cause.path("ids")));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        return lines;
    }

    private static String ids(JsonNode ids) {
        return StreamSupport.stream(ids.spliterator(), false)
                .map(id -> id.asString(""))
                .collect(Collectors.joining(" "));
    }

    private static List<String> table(JsonNode letters) {
        Table table =
                Table.of("id", "connection", "target", "kind", "user", "group", "state", "tried", "next", "error");
        for (JsonNode letter : letters) {
            table.row(
                    letter.path("id").asString(""),
                    letter.path("connection").asString(""),
                    letter.path("target").asString(""),
                    letter.path("kind").asString(""),
                    letter.path("user").asString(""),
                    letter.path("group").asString(""),
                    letter.path("state").asString(""),
                    letter.path("attempts").asString(""),
                    letter.path("nextAt").asString(""),
                    letter.path("error").asString(""));
        }
        return table.lines();
    }
}
