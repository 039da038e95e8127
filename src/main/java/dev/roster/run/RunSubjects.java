package dev.roster.run;

import dev.roster.settings.Connection;
import dev.roster.settings.Settings;
import dev.roster.store.Registry;
import dev.roster.store.RunTarget;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds what a run is about, in the settings and by its numbers in the database. */
@Component
class RunSubjects {

    private final Settings settings;
    private final Registry registry;

    RunSubjects(Settings settings, Registry registry) {
        this.settings = settings;
        this.registry = registry;
    }

    /**
     * The connection with these of its targets.
     *
     * @param targets by name; none for all
     * @throws UnknownConnection when there is no such connection or target, or it is not enabled
     */
    RunSubject find(String name, List<String> targets) {
        Connection connection = settings.connection(name)
                .filter(Connection::enabled)
                .orElseThrow(() -> new UnknownConnection("no enabled connection is called " + name));
        int number = registry.connection(name);
        return new RunSubject(connection, number, targets(connection, number, targets));
    }

    /** All targets of a connection. */
    List<RunTarget> all(Connection connection) {
        return targets(connection, registry.connection(connection.name()), List.of());
    }

    private List<RunTarget> targets(Connection connection, int number, List<String> only) {
        for (String name : only) {
            if (connection.target(name).isEmpty()) {
                throw new UnknownConnection("the connection " + connection.name() + " has no target " + name);
            }
        }
        return connection.targets().stream()
                .filter(target -> only.isEmpty() || only.contains(target.name()))
                .map(target -> new RunTarget(registry.target(number, target), target))
                .toList();
    }
}
