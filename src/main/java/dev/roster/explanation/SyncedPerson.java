package dev.roster.explanation;

import org.jspecify.annotations.Nullable;

/**
 * What came of the sync of one person.
 *
 * @param state of the run when it ended
 * @param message what went wrong; null when nothing did
 * @param explanation the steps, with the operations as they ended
 */
public record SyncedPerson(long run, String state, @Nullable String message, Explanation explanation) {}
