package dev.roster.store;

import java.util.List;
import java.util.Set;

/**
 * Whom a rehearsal is about; the rows that matter to them follow from that.
 *
 * @param run whose targets are planned
 * @param person the object id in Entra
 * @param names usernames that the person comes to now, in lower case
 * @param emails their addresses, in lower case
 * @param groups the Entra groups that they are in directly
 * @param neighbours numbers of the targets that write to the same products
 */
public record Excerpt(
        Run run, String person, Set<String> names, Set<String> emails, Set<String> groups, List<Integer> neighbours) {}
