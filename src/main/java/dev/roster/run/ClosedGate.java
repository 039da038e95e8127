package dev.roster.run;

import dev.roster.delivery.Variables;
import dev.roster.store.Run;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.springframework.stereotype.Component;

/**
 * {@link Gate#isClosed} of the variables {@code run} and {@code service}. It is asked for every request, and an expression
 * that calls a method copies the exchange with all its variables.
 */
@Component
class ClosedGate implements Predicate {

    private final Gate gate;

    ClosedGate(Gate gate) {
        this.gate = gate;
    }

    @Override
    public boolean matches(Exchange exchange) {
        return gate.isClosed(
                exchange.getVariable("run", Run.class), Variables.required(exchange, "service", String.class));
    }
}
