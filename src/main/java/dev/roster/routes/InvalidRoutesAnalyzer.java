package dev.roster.routes;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets a start that the routes stop end with the list of their faults, in place of a stack trace. */
final class InvalidRoutesAnalyzer extends AbstractFailureAnalyzer<InvalidRoutes> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidRoutes cause) {
        return new FailureAnalysis(cause.report(), "Mend all of them and start again.", cause);
    }
}
