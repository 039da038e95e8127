package dev.roster.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything under {@code roster}, with defaults filled in and targets' overrides merged.
 *
 * @param connections in the order of the file; names are unique
 * @param routesDir the folder of the routes, relative to the working directory
 * @param access further users of the API, beside the standard {@code spring.security.user}
 * @param routesAllow Camel components that operators' own routes may use besides Roster's
 * @param retentionDays how long finished runs keep their operations
 */
public record Settings(
        List<Connection> connections,
        Path routesDir,
        List<Access> access,
        Notify notifications,
        List<String> routesAllow,
        int retentionDays) {

    public Optional<Connection> connection(String name) {
        return connections.stream().filter(c -> c.name().equals(name)).findFirst();
    }
}
