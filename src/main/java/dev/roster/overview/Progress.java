package dev.roster.overview;

import dev.roster.store.RunRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is in its phase.
 *
 * @param total 0 when it is not known how much there is to do
 * @param etaSeconds null when nothing tells
 * @param slowedTo requests a second at most, by {@code graph} and the targets' names, where a service has throttled
 * @param waitingUntil until when a service has asked to be left alone (Retry-After); null when none has
 */
public record Progress(
        String phase,
        long done,
        long total,
        @Nullable Long etaSeconds,
        Map<String, Double> slowedTo,
        @Nullable Instant waitingUntil) {

    static Progress of(RunRow row, Instant now, Map<String, Double> slowedTo, @Nullable Instant waitingUntil) {
        String phase = row.phase() == null ? row.state().word() : row.phase();
        boolean working = row.state().working();
        return new Progress(
                phase,
                row.done(),
                row.total(),
                working ? eta(row, now) : null,
                working ? slowedTo : Map.of(),
                working ? waitingUntil : null);
    }

    /** As if the rest went as fast as what is done. */
    private static @Nullable Long eta(RunRow row, Instant now) {
        if (row.phaseAt() == null || row.done() <= 0 || row.total() <= 0) {
            return null;
        }
        long elapsed = Duration.between(row.phaseAt().toInstant(), now).toMillis();
        long left = Math.max(row.total() - row.done(), 0);
        return elapsed < 0 ? null : (long) Math.ceil((double) elapsed * left / row.done() / 1000);
    }
}
