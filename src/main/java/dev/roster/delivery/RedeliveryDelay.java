package dev.roster.delivery;

import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What comes before the next try. A wish of the service to be left alone is kept at its door, where every other request
 * waits, too; without a wish, the policy's own back-off counts.
 */
public final class RedeliveryDelay implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(RedeliveryDelay.class);

    private final Failures failures;
    private final ServiceHealth health;

    public RedeliveryDelay(Failures failures, ServiceHealth health) {
        this.failures = failures;
        this.health = health;
    }

    @Override
    public void process(Exchange exchange) {
        Optional<Duration> wait = failures.wait(exchange.getException());
        LOG.info("{}: {}{}", service(exchange), Failures.shortly(exchange.getException()), asked(wait));
        if (wait.isPresent() && !wait.get().isZero()) {
            health.leaveAlone(service(exchange), wait.get());
            exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, 0L);
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
