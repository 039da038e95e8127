package dev.roster.run;

import dev.roster.settings.Connection;
import dev.roster.settings.Schedule;
import dev.roster.store.AwaitedReconciles;
import dev.roster.store.Run;
import dev.roster.store.RunLocks;
import dev.roster.store.RunRows;
import dev.roster.store.RunState;
import java.text.ParseException;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;
import org.springframework.stereotype.Component;

/**
 * Runs that the schedule starts. A reconcile that is due together with a sync takes its place; one that is due while
 * another run is at work follows it.
 */
@Component
public class Schedules {

    /** The header in which Quartz says for when a run was due. */
    private static final String DUE_AT = "scheduledFireTime";

    private final Runs runs;
    private final RunSubjects subjects;
    private final AwaitedReconciles awaited;
    private final RunLocks locks;
    private final RunRows rows;

    Schedules(Runs runs, RunSubjects subjects, AwaitedReconciles awaited, RunLocks locks, RunRows rows) {
        this.runs = runs;
        this.subjects = subjects;
        this.awaited = awaited;
        this.locks = locks;
        this.rows = rows;
    }

    /**
     * Opens the run; the exchange's variable {@code trigger} is sync or reconcile, its body the connection's name.
     *
     * @throws AlreadyRunning when another run of the connection is at work; a reconcile follows it
     */
    public Run open(Exchange exchange) {
        String connection = Objects.requireNonNull(exchange.getMessage().getBody(String.class));
        RunSubject subject = subjects.find(connection, List.of());
        boolean reconcile = "reconcile".equals(exchange.getVariable("trigger", String.class))
                || awaited.isAwaited(subject.connectionNo())
                || falls(subject.connection(), exchange.getMessage().getHeader(DUE_AT, Date.class));
        try {
            return runs.open(new RunRequest(
                    connection, Run.Mode.SYNC, reconcile, List.of(), reconcile ? "reconcile" : "schedule", null));
        } catch (AlreadyRunning e) {
            if (reconcile && !isReconciling(subject.connectionNo())) {
                awaited.note(subject.connectionNo());
            }
            throw e;
        }
    }

    /** What only plans mends nothing; a plan that waited is of what was found days ago, perhaps. */
    private boolean isReconciling(int connection) {
        return locks.run(connection)
                .flatMap(rows::find)
                .filter(row -> row.reconcile() && row.mode() == Run.Mode.SYNC)
                .filter(row -> row.targets().isEmpty() && row.waitsFor() == null)
                .isPresent();
    }

    private static boolean falls(Connection connection, @Nullable Date due) {
        return due != null && isReconcile(connection.schedule(), due);
    }

    /** Whether a reconcile is due at this very second. */
    static boolean isReconcile(Schedule schedule, Date due) {
        String cron = schedule.reconcileCron();
        if (cron == null || cron.isBlank()) {
            return false;
        }
        try {
            CronExpression expression = new CronExpression(cron);
            expression.setTimeZone(TimeZone.getTimeZone(schedule.timeZone()));
            return expression.isSatisfiedBy(due);
        } catch (ParseException e) {
            throw new IllegalStateException("a cron expression that the settings' check let pass: " + cron, e);
        }
    }

    /** Whether a reconcile waits for the end of this run; after a stop, nothing begins by itself. */
    public boolean isAwaited(Run run) {
        return awaited.isAwaited(run.connectionNo())
                && rows.find(run.id())
                        .filter(row -> row.state() != RunState.STOPPED)
                        .isPresent();
    }
}
