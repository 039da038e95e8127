package dev.roster.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a connection stands: by the run that waits for approval, otherwise by the last one that went through.
 *
 * @param connection its name
 * @param run the run that it stands so by
 * @param state awaiting approval, completed, completed with errors, or failed
 * @param why what the run waits for, or what it said at its end; null when it said nothing
 * @param told what was last told of the connection; null when nothing was
 */
public record Standing(
        int connectionNo,
        String connection,
        long run,
        RunState state,
        @Nullable String why,
        @Nullable Told told) {

    private static final Duration BETWEEN_REMINDERS = Duration.ofDays(1);

    /** @param at when that was told */
    public record Told(RunState state, long run, Instant at) {}

    /** Whether somebody is to be told: a change, another plan that waits, or the same one a day later. */
    public boolean isNews(Instant now) {
        if (told == null) {
            return state != RunState.COMPLETED;
        }
        if (run < told.run()) {
            return false; // What came after it, such as a plan that was rejected, says nothing about the older run.
        }
        boolean another = run != told.run();
        return state != told.state() || (state == RunState.AWAITING_APPROVAL && (another || isDue(told, now)));
    }

    /** Whether this was told before, and is told again because nobody has acted. */
    public boolean isReminder() {
        return told != null && state == told.state() && run == told.run();
    }

    /** The same with another reason. */
    public Standing with(@Nullable String reason) {
        return new Standing(connectionNo, connection, run, state, reason, told);
    }

    private static boolean isDue(Told told, Instant now) {
        return !now.isBefore(told.at().plus(BETWEEN_REMINDERS));
    }
}
