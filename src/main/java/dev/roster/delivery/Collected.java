package dev.roster.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;

/**
 * Collects what the parts of a split come to into one list; parts without a body are left out.
 *
 * <p>It starts from a fresh exchange: a part that an error handler has dealt with carries marks that would stop the
 * route that goes on after the split.
 */
public final class Collected implements AggregationStrategy {

    @Override
    public Exchange aggregate(@Nullable Exchange before, @Nullable Exchange part) {
        Objects.requireNonNull(part);
        Exchange all = before == null ? start(part) : before;
        if (part.getException() != null) {
            all.setException(part.getException());
        }
        Object body = part.getMessage().getBody();
        List<Object> bodies = bodies(all);
        if (body instanceof List<?> several) {
            bodies.addAll(several);
        } else if (body != null) {
            bodies.add(body);
        }
        return all;
    }

    private static Exchange start(Exchange part) {
        Exchange all = new DefaultExchange(part.getContext());
        all.getMessage().setBody(new ArrayList<>());
        return all;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> bodies(Exchange all) {
        return Objects.requireNonNull((List<Object>) all.getMessage().getBody());
    }
}
