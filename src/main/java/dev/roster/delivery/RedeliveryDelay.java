package dev.roster.delivery;

import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the next try wait as long as the service asked for; without a wish, the policy's own back-off counts. */
public final class RedeliveryDelay implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(RedeliveryDelay.class);

    private final Failures failures;

    public RedeliveryDelay(Failures failures) {
        this.failures = failures;
    }

    @Override
    public void process(Exchange exchange) {
        Optional<Duration> wait = failures.wait(exchange.getException());
        LOG.info("{}: {}{}", service(exchange), Failures.shortly(exchange.getException()), asked(wait));
        if (wait.isPresent() && !wait.get().isZero()) {
            exchange.getMessage()
                    .setHeader(Exchange.REDELIVERY_DELAY, wait.get().toMillis());
        } else {
            exchange.getMessage().removeHeader(Exchange.REDELIVERY_DELAY);
        }
    }

    private static String service(Exchange exchange) {
        return String.valueOf(exchange.getVariable("service"));
    }

    private static String asked(Optional<Duration> wait) {
        return wait.map(asked -> ", asks to wait " + asked.toSeconds() + " s").orElse("");
    }
}
