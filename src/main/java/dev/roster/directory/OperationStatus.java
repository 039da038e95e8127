package dev.roster.directory;

import java.util.Locale;

/** Where an operation stands. */
public enum OperationStatus {
    PLANNED,
    DONE,
    SKIPPED,
    DEAD,
    DISCARDED;

    /** The word in the API and the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
