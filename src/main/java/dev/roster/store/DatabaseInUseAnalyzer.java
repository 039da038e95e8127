package dev.roster.store;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Lets a start that finds the embedded database in use end with advice, in place of a stack trace. */
final class DatabaseInUseAnalyzer implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return DatabaseInUse.isCauseOf(failure)
                ? new FailureAnalysis("The embedded database is in use.", DatabaseInUse.ADVICE, failure)
                : null;
    }
}
