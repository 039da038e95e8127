package dev.roster.product;

import dev.roster.delivery.Variables;
import dev.roster.directory.Delivery;
import dev.roster.directory.Operation;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;
import org.springframework.stereotype.Component;

/**
 * Says of the delivery that is the body what the steps after it go by, in variables: {@code delivery}; {@code operation},
 * the first of it; {@code route}, which sends operations of its kind to its product.
 *
 * <p>It is asked for every operation: to take a property of a property, a simple expression copies the exchange with all
 * its variables each time.
 */
@Component
class InHand implements Processor {

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        Delivery delivery = exchange.getMessage().getMandatoryBody(Delivery.class);
        Operation operation = delivery.first();
        Product product = Variables.required(exchange, "product", Product.class);
        exchange.setVariable("delivery", delivery);
        exchange.setVariable("operation", operation);
        exchange.setVariable("route", product.word() + "-" + operation.kind().word());
    }
}
