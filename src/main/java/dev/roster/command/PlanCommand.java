package dev.roster.command;

import picocli.CommandLine.Command;

@Command(name = "plan", description = "Works out what a sync would do, and writes nothing to any product.")
class PlanCommand extends SyncCommand {

    PlanCommand(Session session) {
        super(session, "plan");
    }
}
