package dev.roster.store;

import java.util.List;
import java.util.Map;

/**
 * What a rehearsal has planned about one person in one target, as rows of the tables.
 *
 * @param adoptions of the person's account, and of groups that they would be put into
 * @param members memberships of theirs that count as given from then on
 */
public record PersonPlan(
        List<Map<String, Object>> operations,
        List<Map<String, Object>> adoptions,
        List<Map<String, Object>> members,
        List<Map<String, Object>> decisions) {}
