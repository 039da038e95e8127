package dev.roster.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

@Command(name = "sync", description = "Reads Entra and the products, and carries out what follows; waits for the end.")
class SyncCommand implements Callable<Integer> {

    private final Session session;
    private final String mode;

    @Mixin
    private final Options options = new Options();

    SyncCommand(Session session) {
        this(session, "sync");
    }

    SyncCommand(Session session, String mode) {
        this.session = session;
        this.mode = mode;
    }

    @Override
    public Integer call() {
        return session.with(options, this::run);
    }

    private ExitCode run(Engine engine) {
        String connection = Choice.connection(engine.connections(), options);
        JsonNode started = engine.start(connection, mode, options.reconcile, options.targets);
        JsonNode run = new RunWatch(engine, session.terminal(), options.json)
                .follow(started.path("id").longValue());
        if (options.json) {
            session.terminal().say(run);
        } else {
            if (RunSummary.isOpen(run)) {
                session.terminal().say(TakenAway.of(engine, run));
            }
            session.terminal().say(RunSummary.of(run));
        }
        return RunOutcome.asked(run);
    }
}
