package dev.roster.product;

import dev.roster.directory.Delivery;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.springframework.stereotype.Component;

/** Whether the body is what a product has refused together, to be delivered one by one, and not how it ended. */
@Component
class RefusedTogether implements Predicate {

    @Override
    public boolean matches(Exchange exchange) {
        return exchange.getMessage().getBody() instanceof List<?> left
                && !left.isEmpty()
                && left.get(0) instanceof Delivery;
    }
}
