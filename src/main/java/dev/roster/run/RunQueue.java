package dev.roster.run;

import dev.roster.settings.Connection;
import dev.roster.settings.Settings;
import dev.roster.store.Actor;
import dev.roster.store.Run;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Opens runs, approves them, and hands them to the routes that carry them out. */
@Component
public class RunQueue {

    private static final Logger LOG = LoggerFactory.getLogger(RunQueue.class);

    private final Runs runs;
    private final RunControl control;
    private final RunRows rows;
    private final Settings settings;
    private final ProducerTemplate routes;

    RunQueue(Runs runs, RunControl control, RunRows rows, Settings settings, ProducerTemplate routes) {
        this.runs = runs;
        this.control = control;
        this.rows = rows;
        this.settings = settings;
        this.routes = routes;
    }

    /**
     * Opens a run and lets it begin; returns its number at once.
     *
     * @throws UnknownConnection when there is no such connection or target, or it is not enabled
     * @throws AlreadyRunning when another run of the connection is at work
     */
    public long start(RunRequest request) {
        Run run = runs.open(request);
        send("seda:runs?failIfNoConsumers=true", run);
        return run.id();
    }

    /**
     * Lets the stored plan of a run be carried out.
     *
     * @param by who approves
     * @throws UnknownConnection when there is no such run
     * @throws NotWaiting when there is nothing to approve, or the world has moved
     * @throws OwnApproval when the settings ask for a second person
     */
    public void approve(long id, Actor by) {
        rows.find(id).ifPresent(row -> checkFourEyes(row, by.name()));
        Run run = control.approve(id, by);
        LOG.info("run {} of {} is approved", id, run.connection().id());
        send("seda:approved?failIfNoConsumers=true", run);
    }

    private void checkFourEyes(RunRow row, @Nullable String by) {
        boolean second = settings.connection(row.connection()).stream()
                .map(Connection::targets)
                .flatMap(targets -> targets.stream())
                .filter(target -> row.targets().isEmpty() || row.targets().contains(target.name()))
                .anyMatch(target -> target.limits().fourEyes());
        if (second && by != null && by.equals(row.startedBy())) {
            throw new OwnApproval(row.id());
        }
    }

    private void send(String route, Run run) {
        try {
            routes.sendBody(route, run);
        } catch (CamelExecutionException e) {
            // Else it would hold the connection until its lease ends.
            runs.fail(run, e);
            throw e;
        }
    }
}
