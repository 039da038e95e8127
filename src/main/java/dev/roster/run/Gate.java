package dev.roster.run;

import dev.roster.delivery.ServiceHealth;
import dev.roster.settings.Connection;
import dev.roster.settings.Target;
import dev.roster.store.Run;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a request may leave now: asked just before each. */
@Component
public class Gate {

    private final ActiveRuns active;
    private final ServiceHealth health;

    Gate(ActiveRuns active, ServiceHealth health) {
        this.active = active;
        this.health = health;
    }

    /**
     * Whether the service asked to be left alone for now.
     *
     * @param run null for a request that belongs to no run, such as a check's; that one does not wait
     * @throws RunStopped when the run was stopped or its lease is lost
     * @throws GivenUp when the service has failed too often in this run
     */
    public boolean isClosed(@Nullable Run run, String service) {
        if (run == null) {
            return false;
        }
        if (active.isStopped(run)) {
            throw new RunStopped();
        }
        if (health.isDown(service)) {
            throw new GivenUp(service);
        }
        return health.leftAloneUntil(service).isPresent();
    }

    /** The latest time until which a service of the connection wants to be left alone; empty when none does. */
    public Optional<Instant> closedUntil(Connection connection) {
        return Stream.concat(
                        Stream.of(connection.id()),
                        connection.targets().stream().map(Target::id))
                .flatMap(service -> health.leftAloneUntil(service).stream())
                .max(Comparator.naturalOrder());
    }
}
