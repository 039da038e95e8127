package dev.roster.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "approve", description = "Carries out the stored plan of a run that waits; waits for the end.")
class ApproveCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private final Options options = new Options();

    @Parameters(paramLabel = "RUN", description = "The run's number.")
    private long run;

    ApproveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (!options.targets.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "approve carries out a whole plan and takes no --target; 'sync --target' runs the others");
        }
        return session.with(options, this::approve);
    }

    private ExitCode approve(Engine engine) {
        Choice.connectionOrAll(engine.connections(), options);
        checkConnection(engine.run(run));
        engine.approve(run);
        JsonNode ended = new RunWatch(engine, session.terminal(), options.json).follow(run);
        if (options.json) {
            session.terminal().say(ended);
        } else {
            session.terminal().say(RunSummary.of(ended));
        }
        return RunOutcome.carriedOut(ended);
    }

    private void checkConnection(JsonNode known) {
        String connection = known.path("connection").asString("");
        if (options.connection != null && !options.connection.equals(connection)) {
            throw new CommandFailure(ExitCode.FAILED, "run " + run + " is one of the connection " + connection);
        }
    }
}
