package dev.roster.delivery;

import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** Makes the next try wait as long as the service asked for; without a wish, the policy's own back-off counts. */
public final class RedeliveryDelay implements Processor {

    private final Failures failures;

    public RedeliveryDelay(Failures failures) {
        this.failures = failures;
    }

    @Override
    public void process(Exchange exchange) {
        Optional<Duration> wait = failures.wait(exchange.getException());
        if (wait.isPresent() && !wait.get().isZero()) {
            exchange.getMessage()
                    .setHeader(Exchange.REDELIVERY_DELAY, wait.get().toMillis());
        } else {
            exchange.getMessage().removeHeader(Exchange.REDELIVERY_DELAY);
        }
    }
}
