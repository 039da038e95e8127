package dev.roster.explanation;

import dev.roster.store.OperationOfRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do about one person now, and why, step by step.
 *
 * @param key what was asked for
 * @param id the object id in Entra
 * @param principalName null when neither Graph nor Roster knows one
 * @param source {@code live} when Graph was asked just now, {@code remembered} when it could not be
 * @param history the latest operations about the person, the latest first
 */
public record Explanation(
        String connection,
        String key,
        String id,
        @Nullable String principalName,
        String source,
        List<TargetExplanation> targets,
        List<OperationOfRun> history) {

    Explanation with(String asked, List<TargetExplanation> others) {
        return new Explanation(connection, asked, id, principalName, source, others, history);
    }
}
