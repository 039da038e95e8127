package dev.roster.store;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Lets a start without a usable database end with advice, in place of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class DatabaseTroubleAnalyzer implements FailureAnalyzer {

    private final Environment settings;

    DatabaseTroubleAnalyzer(Environment settings) {
        this.settings = settings;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return DatabaseTrouble.of(failure, settings)
                .map(trouble -> new FailureAnalysis(trouble.what(), trouble.mend(), failure))
                .orElse(null);
    }
}
