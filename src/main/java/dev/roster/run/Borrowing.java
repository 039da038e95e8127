package dev.roster.run;

import dev.roster.delivery.ServiceHealth;
import dev.roster.delivery.Traffic;
import dev.roster.settings.Connection;
import dev.roster.settings.Settings;
import dev.roster.store.LentTargets.Offer;
import dev.roster.store.LentTargets.Return;
import dev.roster.store.Run;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import dev.roster.store.RunTarget;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Takes and returns targets of other instances' runs; the route {@code help} calls it. */
@Component
public class Borrowing {

    private static final Logger LOG = LoggerFactory.getLogger(Borrowing.class);

    private final BorrowedTarget borrowed;
    private final ActiveRuns active;
    private final QuietTime quietTime;
    private final RunRows rows;
    private final RunSubjects subjects;
    private final Fingerprints fingerprints;
    private final Settings settings;
    private final Traffic traffic;
    private final ServiceHealth health;
    private final StoredWaits waits;
    private final Clock clock;

    Borrowing(
            BorrowedTarget borrowed,
            ActiveRuns active,
            QuietTime quietTime,
            RunRows rows,
            RunSubjects subjects,
            Fingerprints fingerprints,
            Settings settings,
            Traffic traffic,
            ServiceHealth health,
            StoredWaits waits,
            Clock clock) {
        this.waits = waits;
        this.health = health;
        this.borrowed = borrowed;
        this.active = active;
        this.quietTime = quietTime;
        this.rows = rows;
        this.subjects = subjects;
        this.fingerprints = fingerprints;
        this.settings = settings;
        this.traffic = traffic;
        this.clock = clock;
    }

    /**
     * What is to be delivered.
     *
     * @param requestsBefore how many this process had sent to that target until then
     */
    public record Delivery(Run run, RunTarget target, long requestsBefore) {}

    /** A target that another instance offers; null when there is none, one is had already, or the database is away. */
    public @Nullable Delivery take() {
        try {
            return quietTime.begin(this::taken);
        } catch (DataAccessException | TransactionException e) {
            // Health says so; this asks again in a second, and would fill the log.
            LOG.debug("what other instances offer could not be read", e);
            return null;
        }
    }

    private @Nullable Delivery taken() {
        Instant before = clock.instant();
        // The timer does not wait until what it began is through.
        return active.isEnding() || !borrowed.none()
                ? null
                : borrowed.take(this::fits).map(offer -> begin(offer, before)).orElse(null);
    }

    /** Only whoever has the same settings, routes and pace would do the same. */
    private boolean fits(Offer offer) {
        Optional<Connection> connection =
                settings.connection(offer.connection()).filter(Connection::enabled);
        return connection.stream()
                .flatMap(known -> subjects.all(known).stream()
                        .filter(target -> target.no() == offer.targetNo())
                        .map(target -> fingerprints.of(known, target)))
                .anyMatch(offer.fingerprint()::equals);
    }

    private Delivery begin(Offer offer, Instant before) {
        RunRow row = rows.find(offer.run()).orElseThrow();
        RunSubject subject = subjects.find(row.connection(), row.targets());
        Run run = subject.run(offer.run(), Run.Mode.SYNC, row.reconcile());
        RunTarget target = run.targets().stream()
                .filter(each -> each.no() == offer.targetNo())
                .findFirst()
                .orElseThrow();
        waits.obey();
        borrowed.begin(run, target, before);
        LOG.info("run {} of another instance: this one delivers {}", run.id(), target.id());
        return new Delivery(run, target, sent(target));
    }

    private long sent(RunTarget target) {
        return traffic.sent().getOrDefault(target.id(), 0L);
    }

    /** @param failure of Roster's own; null when there was none */
    public void giveBack(Delivery delivery, @Nullable Exception failure) {
        RunTarget target = delivery.target();
        String fault = failure == null || failure instanceof RunStopped ? null : FailureText.of(failure);
        if (fault != null) {
            LOG.error("run {} of another instance: {} failed", delivery.run().id(), target.id(), failure);
        }
        Instant leftAloneUntil = health.leftAloneUntil(target.id()).orElse(null);
        borrowed.giveBack(
                delivery.run(), target, new Return(sent(target) - delivery.requestsBefore(), leftAloneUntil, fault));
        LOG.info("run {} of another instance: {} is returned", delivery.run().id(), target.id());
    }
}
