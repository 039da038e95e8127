package dev.roster.run;

import dev.roster.directory.Operation;
import dev.roster.directory.Outcome;
import dev.roster.directory.Reason;
import java.util.List;
import java.util.Objects;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts together what two steps come to that ran side by side: how the operations ended that one sent, and those that
 * the other took in hand meanwhile.
 */
@Component
public final class SideBySide implements AggregationStrategy {

    /** A product that fails more than half of at least so many operations is given up for the run. */
    private static final int ENOUGH_TO_TELL = 20;

    /** @param ahead taken in hand, and not sent yet */
    public record Both(List<Outcome> outcomes, List<Operation> ahead) {

        /** What is to be sent at once; nothing, when the product keeps failing: that has to be dealt with first. */
        public List<Operation> next() {
            return keepsFailing(outcomes) ? List.of() : ahead;
        }
    }

    /** Whether the product is to be given up. */
    static boolean keepsFailing(List<Outcome> outcomes) {
        boolean givenUp = outcomes.stream().anyMatch(outcome -> outcome.reason() == Reason.NOT_TRIED);
        long failed = outcomes.stream().filter(Outcome::failedByService).count();
        return givenUp || outcomes.size() >= ENOUGH_TO_TELL && failed * 2 > outcomes.size();
    }

    /** The parts come in the order of the steps; a fresh exchange carries no marks of an error handler's. */
    @Override
    public Exchange aggregate(@Nullable Exchange before, @Nullable Exchange part) {
        Objects.requireNonNull(part);
        Exchange both = before == null ? new DefaultExchange(part.getContext()) : before;
        if (part.getException() != null) {
            both.setException(part.getException());
        }
        both.getMessage()
                .setBody(before == null ? new Both(list(part), List.of()) : new Both(first(before), list(part)));
        return both;
    }

    private static List<Outcome> first(Exchange both) {
        return Objects.requireNonNull(both.getMessage().getBody(Both.class)).outcomes();
    }

    /** A step that failed may have left anything; the exception goes on, and this is not looked at. */
    @SuppressWarnings("unchecked")
    private static <T> List<T> list(Exchange part) {
        return part.getMessage().getBody() instanceof List<?> list ? (List<T>) list : List.of();
    }
}
