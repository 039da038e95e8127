package dev.roster.directory;

/**
 * A group in Entra.
 *
 * @param kind security, microsoft-365 or distribution
 * @param membersHidden its members show only to those with a permission that Roster does not have
 */
public record EntraGroup(String id, String name, String kind, boolean membersHidden) {}
