package dev.roster.directory;

/**
 * Somebody, or a group, that came into a group or left it.
 *
 * @param person false for a group that is nested
 * @param left false when it came
 */
public record MembershipChange(String groupId, String memberId, boolean person, boolean left) {}
