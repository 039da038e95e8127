package dev.roster.directory;

/**
 * The order in which operations are carried out: a wave begins when the one before it is through. Inside a wave
 * operations are independent of each other.
 */
public enum Wave {
    GROUPS_CREATED,
    LEADS_HANDED_OVER,
    LEAVERS,
    ACCOUNTS,
    /** Renames of accounts whose name another one waits for. */
    NAMES_FREED,
    /** On its own: the other changes of an account go by the name that it had. */
    ACCOUNTS_RENAMED,
    MEMBERSHIPS_ADDED,
    MEMBERSHIPS_REMOVED,
    GROUPS_DELETED;

    public int number() {
        return ordinal() + 1;
    }
}
