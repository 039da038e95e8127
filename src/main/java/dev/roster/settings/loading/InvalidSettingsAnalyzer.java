package dev.roster.settings.loading;

import dev.roster.settings.FaultReport;
import dev.roster.settings.InvalidSettings;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets a start that the settings stop end with the list of their faults, in place of a stack trace. */
final class InvalidSettingsAnalyzer extends AbstractFailureAnalyzer<InvalidSettings> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidSettings cause) {
        return new FailureAnalysis(
                FaultReport.of(cause.faults()),
                "Mend all of them and start again. docs/settings.md has every key, its default and its meaning.",
                cause);
    }
}
