package dev.roster.store;

import java.util.List;

/**
 * A limit that a plan is over.
 *
 * @param limit its key below the connection or target, as in {@code limits.leavers}
 * @param allowed as it is set: a count, or a share of what is managed
 * @param planned how many the plan would take away
 * @param lately how many others took away in the 24 hours before
 * @param managed how many there are to take the share of
 * @param first the names of the first few that the plan would hit
 */
public record PassedLimit(
        String target, String limit, String allowed, long planned, long lately, long managed, List<String> first) {}
