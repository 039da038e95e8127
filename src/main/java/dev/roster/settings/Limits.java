package dev.roster.settings;

/**
 * What a run may do without asking.
 *
 * @param atLeast below this many, no share trips
 */
public record Limits(
        Limit leavers,
        Limit removedMemberships,
        Limit deletedGroups,
        boolean fourEyes,
        int atLeast,
        FirstRun firstRun) {

    /** Whether the first run against a product that already has users waits. */
    public enum FirstRun {
        APPROVE,
        RUN
    }
}
