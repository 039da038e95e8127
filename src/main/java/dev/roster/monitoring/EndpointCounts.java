package dev.roster.monitoring;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.RuntimeEndpointRegistry;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.stereotype.Component;

/**
 * Switches off what Camel counts by the addresses of endpoints. It does so behind one lock, for which the requests to all
 * products would wait; the extended statistics of routes and steps bring it along, whatever Camel's settings say.
 */
@Component
class EndpointCounts implements CamelContextConfiguration {

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        // It does not exist yet.
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {
        RuntimeEndpointRegistry registry = camel.getRuntimeEndpointRegistry();
        if (registry != null) {
            registry.setEnabled(false);
        }
    }
}
