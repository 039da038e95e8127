package dev.roster.run;

import dev.roster.directory.Outcome;
import dev.roster.store.Run;
import dev.roster.store.RunState;
import dev.roster.store.RunTarget;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts runs by how they ended, and operations by target, kind and outcome. */
@Component
public class RunMeters {

    private final MeterRegistry meters;

    RunMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void ended(Run run, RunState state) {
        meters.counter("roster.runs", "connection", run.connection().id(), "state", state.word())
                .increment();
    }

    void recorded(RunTarget target, List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            meters.counter(
                            "roster.operations",
                            "target",
                            target.id(),
                            "kind",
                            outcome.operation().kind().word(),
                            "outcome",
                            outcome.status().word())
                    .increment();
        }
    }
}
