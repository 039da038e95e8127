package dev.roster.directory;

import java.util.List;

/**
 * What a page of changes tells of groups; no group and no member of one is in it twice.
 *
 * @param present as they are now
 * @param gone object ids of those that are deleted and may be restored
 * @param goneForGood object ids of those that may not
 */
public record GroupChanges(
        List<EntraGroup> present, List<String> gone, List<String> goneForGood, List<MembershipChange> members) {}
