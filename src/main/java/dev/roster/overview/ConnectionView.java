package dev.roster.overview;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it is shown.
 *
 * @param nextRunAt when the schedule starts the next run; null when only people do
 * @param lastRun the latest run that has ended; null when none has
 * @param awaitingApproval whether a run waits for somebody's approval
 * @param runningRun the number of the run at work; null when none is
 * @param waitingRun the number of the run that waits; null when none does
 * @param targets their names
 */
public record ConnectionView(
        String name,
        boolean enabled,
        @Nullable OffsetDateTime nextRunAt,
        boolean running,
        @Nullable LastRun lastRun,
        boolean awaitingApproval,
        List<String> targets,
        @Nullable Long runningRun,
        @Nullable Long waitingRun) {

    /** How the last run ended. */
    public record LastRun(long id, String state, @Nullable OffsetDateTime finishedAt) {}
}
