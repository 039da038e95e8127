package dev.roster.explanation;

import dev.roster.run.RunRequest;
import dev.roster.run.RunScope;
import dev.roster.run.Runs;
import dev.roster.run.SyncRefused;
import dev.roster.store.OperationFilter;
import dev.roster.store.OperationQuery;
import dev.roster.store.OperationRow;
import dev.roster.store.PersonQuery;
import dev.roster.store.Run;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import dev.roster.store.RunState;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has one person synced now, by a run of its own. */
@Component
public class SyncRequest {

    private final ExplainRequest explanations;
    private final RunScope scope;
    private final Runs runs;
    private final RunRows rows;
    private final PersonQuery people;
    private final OperationQuery operations;
    private final ProducerTemplate routes;

    SyncRequest(
            ExplainRequest explanations,
            RunScope scope,
            Runs runs,
            RunRows rows,
            PersonQuery people,
            OperationQuery operations,
            ProducerTemplate routes) {
        this.explanations = explanations;
        this.scope = scope;
        this.runs = runs;
        this.rows = rows;
        this.people = people;
        this.operations = operations;
        this.routes = routes;
    }

    /**
     * Syncs now, and waits for the end.
     *
     * @param by who asked; null for nobody in person
     * @throws dev.roster.run.UnknownConnection when no enabled connection has this name
     * @throws UnknownPerson when nobody is known by the key, or more than one person
     * @throws dev.roster.run.AlreadyRunning when another run of the connection is at work
     * @throws SyncRefused when the run failed before it changed anything
     * @throws NoRunYet when no target has had its first run
     */
    public SyncedPerson sync(String connection, String key, List<String> targets, @Nullable String by) {
        List<String> ready = scope.imagined(connection, targets).targets().stream()
                .filter(people::managesAny)
                .map(target -> target.settings().name())
                .toList();
        if (ready.isEmpty()) {
            throw new NoRunYet();
        }
        Explanation before = explanations.explain(connection, key, ready);
        Run run = runs.open(new RunRequest(connection, Run.Mode.SYNC, false, ready, "user", by));
        Inquiry inquiry = explanations.inquiry(run, before.id());
        Explanation synced = routes.requestBody("direct:sync-user", inquiry, Explanation.class);
        RunRow row = rows.find(run.id()).orElseThrow();
        if (row.state() == RunState.FAILED) {
            throw new SyncRefused("run " + row.id() + ": " + row.message());
        }
        return new SyncedPerson(
                row.id(),
                row.state().word(),
                row.message(),
                withOutcomes(synced == null ? before : synced, key, row.id()));
    }

    private Explanation withOutcomes(Explanation explanation, String key, long run) {
        List<OperationRow> ended = new ArrayList<>();
        operations.each(run, OperationFilter.NONE, ended::add);
        return explanation.with(
                key,
                explanation.targets().stream()
                        .map(target -> target.operations(ended.stream()
                                .filter(operation -> operation.target().equals(target.target()))
                                .toList()))
                        .toList());
    }
}
