package dev.roster.overview;

import dev.roster.overview.ConnectionView.LastRun;
import dev.roster.settings.Connection;
import dev.roster.settings.Settings;
import dev.roster.settings.Target;
import dev.roster.store.Registry;
import dev.roster.store.RunLocks;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Connections as they are shown. */
@Component
public class ConnectionViews {

    private final Settings settings;
    private final Registry registry;
    private final RunRows rows;
    private final RunLocks locks;
    private final Clock clock;

    ConnectionViews(Settings settings, Registry registry, RunRows rows, RunLocks locks, Clock clock) {
        this.settings = settings;
        this.registry = registry;
        this.rows = rows;
        this.locks = locks;
        this.clock = clock;
    }

    /** In the order of the settings. */
    public List<ConnectionView> all() {
        return settings.connections().stream().map(this::view).toList();
    }

    private ConnectionView view(Connection connection) {
        int number = registry.connection(connection.name());
        Optional<Long> running = locks.run(number);
        List<RunRow> waiting = rows.waiting(number);
        return new ConnectionView(
                connection.name(),
                connection.enabled(),
                connection.enabled()
                        ? NextRun.of(connection.schedule(), clock.instant()).orElse(null)
                        : null,
                running.isPresent(),
                lastRun(number),
                !waiting.isEmpty(),
                connection.targets().stream().map(Target::name).toList(),
                running.orElse(null),
                waiting.isEmpty() ? null : waiting.get(waiting.size() - 1).id());
    }

    private @Nullable LastRun lastRun(int number) {
        return rows.lastEnded(number)
                .map(row -> new LastRun(row.id(), row.state().word(), row.finishedAt()))
                .orElse(null);
    }
}
