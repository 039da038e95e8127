package dev.roster.settings;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One product that a connection writes to. Its rules are the connection's with its own laid over them.
 *
 * @param name literal key in the settings, any characters
 * @param id connection and name made safe for route ids and endpoint names: {@code [a-z0-9.-]+}, unique
 * @param product the word that names its routes: jira, confluence, bitbucket
 * @param url without a trailing slash
 * @param maxInFlight requests at once
 * @param maxRequestsPerSecond 0 for no limit of ours
 * @param userManagement null where no application is registered for Roster; Jira only
 * @param defaultProjectLead takes over the projects a leaver leads; Jira only
 */
public record Target(
        String connection,
        String name,
        String id,
        String product,
        URI url,
        @Nullable Secret token,
        @Nullable String username,
        @Nullable Secret password,
        @Nullable UserManagement userManagement,
        @Nullable String defaultProjectLead,
        @Nullable String defaultComponentLead,
        int maxInFlight,
        int maxRequestsPerSecond,
        boolean allowHttp,
        Transport transport,
        Scope scope,
        UserRules users,
        GroupRules groups,
        Limits limits) {}
