package dev.roster.store;

import java.util.Locale;

/** Where a run stands. */
public enum RunState {
    QUEUED,
    READING,
    PLANNING,
    AWAITING_APPROVAL,
    APPLYING,
    COMPLETED,
    COMPLETED_WITH_ERRORS,
    FAILED,
    STOPPED,
    REJECTED;

    /** The word in the API and the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when no state has this word */
    public static RunState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether the run has come to an end. A waiting run has not, but works on nothing. */
    public boolean ended() {
        return switch (this) {
            case COMPLETED, COMPLETED_WITH_ERRORS, FAILED, STOPPED, REJECTED -> true;
            default -> false;
        };
    }

    public boolean working() {
        return !ended() && this != AWAITING_APPROVAL;
    }
}
