package dev.roster.command;

import tools.jackson.databind.JsonNode;

/** The exit code that a run's end comes to. */
final class RunOutcome {

    private RunOutcome() {}

    /** For a run that somebody asked for with sync or plan. */
    static ExitCode asked(JsonNode run) {
        ExitCode code = carriedOut(run);
        // A sync that is through and still waits for something found its very plan waiting already.
        return code == ExitCode.DONE && run.path("waitsFor").isString() ? ExitCode.APPROVAL : code;
    }

    /** For a run that somebody has approved. */
    static ExitCode carriedOut(JsonNode run) {
        return switch (run.path("state").asString("")) {
            case "completed" -> ExitCode.DONE;
            case "awaiting-approval" -> ExitCode.APPROVAL;
            default -> ExitCode.FAILED;
        };
    }
}
