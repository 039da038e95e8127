package dev.roster.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "explain",
        description = "Says step by step why somebody is, or is not, in the products; writes nothing anywhere.")
class ExplainCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "USER", description = "Entra id, user principal name, or a username in a product.")
    private @Nullable String user;

    @Mixin
    private final Options options = new Options();

    ExplainCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(options, this::explain);
    }

    private ExitCode explain(Engine engine) {
        String connection = Choice.connection(engine.connections(), options);
        JsonNode explanation = engine.explain(connection, String.valueOf(user), options.targets);
        if (options.json) {
            session.terminal().say(explanation);
        } else {
            session.terminal().say(ExplanationText.of(explanation));
        }
        return ExitCode.DONE;
    }
}
