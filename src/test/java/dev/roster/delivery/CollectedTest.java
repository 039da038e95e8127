package dev.roster.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CollectedTest {

    private final CamelContext camel = new DefaultCamelContext();
    private final Collected collected = new Collected();

    private Exchange part(@Nullable Object body) {
        Exchange part = new DefaultExchange(camel);
        part.getMessage().setBody(body);
        return part;
    }

    private Exchange all(Exchange... parts) {
        Exchange all = null;
        for (Exchange part : parts) {
            all = collected.aggregate(all, part);
        }
        return all == null ? part(null) : all;
    }

    @Test
    void listsAreLaidTogetherAndSingleBodiesAdded() {
        assertThat(all(part(List.of(1, 2)), part(3), part(null), part(List.of()), part(List.of(4)))
                        .getMessage()
                        .getBody())
                .isEqualTo(List.of(1, 2, 3, 4));
    }

    @Test
    void nothingComesToAnEmptyList() {
        assertThat(all(part(null)).getMessage().getBody()).isEqualTo(List.of());
    }

    @Test
    void theListOfAPartIsNotChanged() {
        List<Integer> fixed = List.of(1);
        all(part(fixed), part(2));
        assertThat(fixed).containsExactly(1);
    }

    @Test
    void aFailureOfAPartIsTheFailureOfAll() {
        Exchange failed = part(null);
        failed.setException(new IllegalStateException("lost"));
        assertThat(all(part(1), failed, part(2)).getException()).hasMessage("lost");
    }

    @Test
    void whatAnErrorHandlerMarkedOnAPartIsNotCarriedOn() {
        Exchange handled = part(1);
        handled.getExchangeExtension().setErrorHandlerHandled(true);
        handled.setRouteStop(true);
        handled.getMessage().setHeader("Authorization", "x");
        Exchange all = all(handled, part(2));
        assertThat(all.isRouteStop()).isFalse();
        assertThat(all.getExchangeExtension().isErrorHandlerHandledSet()).isFalse();
        assertThat(all.getMessage().getHeaders()).isEmpty();
    }
}
