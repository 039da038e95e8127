package dev.roster.explanation;

import dev.roster.store.OperationRow;
import dev.roster.store.StandingDecision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person in one target.
 *
 * @param steps import, scope, map, match and plan; the last two are missing while no run has looked at the product
 * @param operations what a run would do now; {@code skipped} ones it would hold back
 * @param decision the one that stands since an earlier run; null when there is none
 */
public record TargetExplanation(
        String target,
        String product,
        List<Step> steps,
        List<OperationRow> operations,
        @Nullable StandingDecision decision) {

    TargetExplanation operations(List<OperationRow> others) {
        return new TargetExplanation(target, product, steps, others, decision);
    }

    TargetExplanation standing(@Nullable StandingDecision since) {
        return new TargetExplanation(target, product, steps, operations, since);
    }
}
