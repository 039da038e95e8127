package dev.roster.explanation;

import dev.roster.directory.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of the way from Entra to a product.
 *
 * @param step import, scope, map, match or plan
 * @param outcome one word, such as {@code found}, {@code out} or {@code change}
 * @param reason the word of the reason; null when nothing speaks for itself
 * @param detail one sentence for people
 * @param fix what to change if that is not meant; null when there is nothing
 * @param values what the step saw
 */
public record Step(
        String step,
        String outcome,
        @Nullable String reason,
        String detail,
        @Nullable String fix,
        List<Value> values) {

    /**
     * Something that a step saw.
     *
     * @param name a setting, an attribute, or a way of matching
     * @param outcome what came of it; null when nothing did
     * @param decisive whether it decided
     */
    public record Value(String name, String value, @Nullable String outcome, boolean decisive) {

        static Value plain(String name, String value) {
            return new Value(name, value, null, false);
        }
    }

    static Step of(String step, String outcome, @Nullable Reason reason, String detail, List<Value> values) {
        return new Step(
                step,
                outcome,
                reason == null ? null : reason.word(),
                detail,
                reason == null ? null : Remedies.of(reason),
                List.copyOf(values));
    }
}
