package dev.roster.settings;

import java.util.List;
import java.util.Optional;

/**
 * One Entra tenant and the products it feeds.
 *
 * @param name literal key in the settings, any characters
 * @param id the name made safe for route ids and endpoint names: {@code [a-z0-9-]+}, unique among connections
 * @param scope the connection's own scope; each target carries its merged copy
 */
public record Connection(
        String name,
        String id,
        boolean enabled,
        Entra entra,
        Scope scope,
        Schedule schedule,
        UserRules users,
        GroupRules groups,
        Limits limits,
        List<Target> targets) {

    public Optional<Target> target(String name) {
        return targets.stream().filter(t -> t.name().equals(name)).findFirst();
    }
}
