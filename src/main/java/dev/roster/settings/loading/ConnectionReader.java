package dev.roster.settings.loading;

import dev.roster.settings.Connection;
import dev.roster.settings.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads one of {@code connections}. */
final class ConnectionReader {
    private static final Key<Boolean> ENABLED =
            Key.of("enabled", Words.TRUTH, "true", "false: never runs, but is checked all the same");

    static final List<Key<?>> KEYS = List.of(ENABLED);

    private final TargetReader targets;
    private final boolean allowHttpEverywhere;

    ConnectionReader(TargetReader targets, boolean allowHttpEverywhere) {
        this.targets = targets;
        this.allowHttpEverywhere = allowHttpEverywhere;
    }

    Connection read(String name, String id, Section connection) {
        return new Connection(
                name,
                id,
                connection.get(ENABLED),
                EntraReader.read(connection.child("entra"), allowHttpEverywhere),
                ScopeReader.read(connection.child("scope")),
                ScheduleReader.read(connection.child("schedule")),
                UserRulesReader.read(connection.child("users")),
                GroupRulesReader.read(connection.child("groups"), false),
                LimitsReader.read(connection.child("limits")),
                targets(name, id, connection));
    }

    private List<Target> targets(String name, String id, Section connection) {
        Section section = connection.child("targets");
        Map<String, String> slugs = Slugs.of(section.names(), "target");
        List<Target> read = new ArrayList<>();
        for (String target : section.names()) {
            String targetId = id + "." + slugs.get(target);
            read.add(targets.read(name, target, targetId, section.child(target), connection));
        }
        return List.copyOf(read);
    }
}
