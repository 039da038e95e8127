package dev.roster.run;

import dev.roster.delivery.Paces;
import dev.roster.delivery.ServiceHealth;
import dev.roster.settings.Connection;
import dev.roster.settings.Target;
import dev.roster.store.Run;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a request may leave now: asked just before each. */
@Component
public class Gate {

    private static final long LONGEST_PAUSE = 50;

    private final ActiveRuns active;
    private final ServiceHealth health;
    private final Paces paces;

    Gate(ActiveRuns active, ServiceHealth health, Paces paces) {
        this.active = active;
        this.health = health;
        this.paces = paces;
    }

    /**
     * Whether the service asked to be left alone for now, or its pace gives the turn to no request yet. When it is
     * open, the request has taken its turn.
     *
     * @param run null for a request that belongs to no run, such as a check's; that one waits for nothing but the pace of
     *     the settings
     * @throws RunStopped when the run was stopped or its lease is lost
     * @throws GivenUp when the service has failed too often in this run
     */
    public boolean isClosed(@Nullable Run run, String service) {
        if (run == null) {
            return !paces.takeAnyway(service);
        }
        active.heedStorage(run);
        if (active.isStopped(run)) {
            throw new RunStopped();
        }
        if (health.isDown(service)) {
            throw new GivenUp(service);
        }
        return health.leftAloneUntil(service).isPresent() || !paces.take(service);
    }

    /** After how many milliseconds it is worth asking again; short enough to notice a stop. */
    public long pause(String service) {
        long untilTurn = paces.untilTurn(service).toMillis() + 1;
        boolean turnCounts = untilTurn > 0 && health.leftAloneUntil(service).isEmpty();
        return turnCounts ? Math.min(untilTurn, LONGEST_PAUSE) : LONGEST_PAUSE;
    }

    /** Requests a second at most, by {@code graph} and the targets' names, where a service has throttled. */
    public Map<String, Double> paces(Connection connection) {
        Map<String, Double> slowed = new TreeMap<>();
        note("graph", connection.id(), slowed);
        connection.targets().forEach(target -> note(target.name(), target.id(), slowed));
        return slowed;
    }

    private void note(String name, String service, Map<String, Double> slowed) {
        paces.perSecond(service).ifPresent(pace -> slowed.put(name, Math.round(pace * 10) / 10.0));
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
