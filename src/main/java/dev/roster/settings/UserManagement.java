package dev.roster.settings;

/**
 * How Roster signs in to the part of a Jira that knows applications and no users: its Jira User Server.
 *
 * @param application the name that an administrator has given the application there
 */
public record UserManagement(String application, Secret password) {}
