package dev.roster.overview;

import dev.roster.run.Gate;
import dev.roster.settings.Connection;
import dev.roster.settings.Settings;
import dev.roster.settings.Target;
import dev.roster.store.Breadths;
import dev.roster.store.OperationQuery;
import dev.roster.store.Operations;
import dev.roster.store.RequestTimes;
import dev.roster.store.Run;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import dev.roster.store.RunState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs as they are shown. */
@Component
public class RunViews {

    private final RunRows rows;
    private final Operations operations;
    private final OperationQuery query;
    private final Settings settings;
    private final Gate gate;
    private final Breadths breadths;
    private final Clock clock;
    private final RequestTimes times;

    RunViews(
            RunRows rows,
            Operations operations,
            OperationQuery query,
            Breadths breadths,
            Settings settings,
            Gate gate,
            Clock clock,
            RequestTimes times) {
        this.times = times;
        this.query = query;
        this.breadths = breadths;
        this.gate = gate;
        this.rows = rows;
        this.operations = operations;
        this.settings = settings;
        this.clock = clock;
    }

    public Optional<RunView> find(long id) {
        return rows.find(id).map(this::view);
    }

    /** The latest first, of one connection or of all; before that number, if there is one. */
    public List<RunView> latest(@Nullable String connection, @Nullable Long before, int limit) {
        return rows.latest(connection, before, limit).stream().map(this::view).toList();
    }

    private RunView view(RunRow row) {
        boolean waits = row.state() == RunState.AWAITING_APPROVAL;
        boolean open = waits || row.mode() == Run.Mode.PLAN && row.state() == RunState.COMPLETED;
        Map<String, Map<String, OperationCounts>> counts = counts(row.id());
        return new RunView(
                row.id(),
                row.connection(),
                row.mode().word(),
                row.reconcile(),
                row.targets(),
                row.trigger(),
                row.startedBy(),
                row.state().word(),
                row.startedAt(),
                // A plan that was through and is carried out now keeps the time of its first end in the tables.
                row.state().ended() ? row.finishedAt() : null,
                Progress.of(row, clock.instant(), slowedTo(row), waitingUntil(row)),
                counts,
                breadths.causes(row.id()),
                breadths.findsDrift(row.id()) ? query.drift(row.id()) : Map.of(),
                requests(row),
                row.decisions(),
                row.waitsFor(),
                row.leftOut(),
                row.warnings(),
                row.message() == null && waits ? row.waitsFor() : row.message(),
                row.settings(),
                open ? estimate(row, counts) : null,
                row.passedLimits());
    }

    private @Nullable Long estimate(RunRow row, Map<String, Map<String, OperationCounts>> counts) {
        return settings.connection(row.connection())
                .flatMap(connection -> Estimate.seconds(counts, connection.targets(), times.all()))
                .orElse(null);
    }

    private Map<String, Double> slowedTo(RunRow row) {
        return settings.connection(row.connection()).map(gate::paces).orElse(Map.of());
    }

    private @Nullable Instant waitingUntil(RunRow row) {
        return settings.connection(row.connection()).flatMap(gate::closedUntil).orElse(null);
    }

    private Map<String, Map<String, OperationCounts>> counts(long run) {
        Map<String, Map<String, OperationCounts>> counts = new TreeMap<>();
        operations.counts(run).forEach((target, kinds) -> {
            Map<String, OperationCounts> byKind = new TreeMap<>();
            kinds.forEach((kind, statuses) -> byKind.put(kind, OperationCounts.of(statuses)));
            counts.put(target, byKind);
        });
        return counts;
    }

    /** The tables count by the services' ids; people know the targets' names. */
    private Map<String, Long> requests(RunRow row) {
        Optional<Connection> connection = settings.connection(row.connection());
        Map<String, Long> requests = new TreeMap<>();
        row.requests().forEach((service, count) -> {
            String name = connection.map(known -> name(known, service)).orElse(service);
            if (connection.isEmpty() || !name.isEmpty()) {
                requests.merge(name, count, Long::sum);
            }
        });
        return requests;
    }

    /** Empty for the services of other connections, whose runs went on meanwhile. */
    private static String name(Connection connection, String service) {
        return service.equals(connection.id())
                ? "graph"
                : connection.targets().stream()
                        .filter(target -> target.id().equals(service))
                        .map(Target::name)
                        .findFirst()
                        .orElse("");
    }
}
