package dev.roster.overview;

import dev.roster.settings.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long it would take to carry a plan out, as far as that can be told beforehand. */
final class Estimate {

    private Estimate() {}

    /**
     * In whole seconds: one request for each operation, at the target's pace; targets work side by side. Empty when there
     * is nothing to do, or when no request to one of the targets was ever measured.
     *
     * @param counts by target and kind
     * @param millis of one request, by the target's id
     */
    static Optional<Long> seconds(
            Map<String, Map<String, OperationCounts>> counts, List<Target> targets, Map<String, Double> millis) {
        double longest = 0;
        for (Map.Entry<String, Map<String, OperationCounts>> entry : counts.entrySet()) {
            long planned = entry.getValue().values().stream()
                    .mapToLong(OperationCounts::planned)
                    .sum();
            Optional<Target> target = targets.stream()
                    .filter(each -> each.name().equals(entry.getKey()))
                    .findFirst();
            if (planned > 0) {
                Double each = target.map(Target::id).map(millis::get).orElse(null);
                if (each == null) {
                    return Optional.empty();
                }
                longest = Math.max(longest, seconds(planned, target.orElseThrow(), each));
            }
        }
        return longest == 0 ? Optional.empty() : Optional.of((long) Math.ceil(longest));
    }

    private static double seconds(long requests, Target target, double millis) {
        double atOnce = requests * millis / target.maxInFlight() / 1000;
        int perSecond = target.maxRequestsPerSecond();
        return perSecond == 0 ? atOnce : Math.max(atOnce, (double) requests / perSecond);
    }
}
