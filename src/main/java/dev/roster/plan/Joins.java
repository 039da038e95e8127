package dev.roster.plan;

/** What a plan may do about the memberships of one person in one target. */
public enum Joins {
    /** Gets those that Entra wants, and loses given ones that it no longer wants. */
    JOINS,
    /** Loses all that were given. */
    LEAVES,
    /** Loses every one that grants access, whoever gave it, and no other: the product knows no deactivation. */
    LOCKED_OUT,
    /** Nothing is added or removed. */
    FROZEN
}
