package dev.roster.reload;

import java.util.Map;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.component.direct.DirectEndpoint;
import org.apache.camel.component.direct.DirectProducer;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.util.StringHelper;
import org.springframework.stereotype.Component;

/**
 * Camel's {@code direct:}, but that a call goes to the route that is there now, also right after an exchange.
 *
 * <p>Camel's producer remembers whom it called. When that changes, it notes so before it has found the new route: of
 * several threads that call at once, as the targets of a run do, all but the first go to the route that is no more.
 */
@Component("direct")
@org.apache.camel.spi.annotations.Component("direct")
class CurrentDirect extends DirectComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        DirectEndpoint endpoint = new CurrentEndpoint(uri, this);
        endpoint.setBlock(isBlock());
        endpoint.setTimeout(getTimeout());
        setProperties(endpoint, parameters);
        return endpoint;
    }

    private static final class CurrentEndpoint extends DirectEndpoint {

        private final String key;

        CurrentEndpoint(String uri, DirectComponent component) {
            super(uri, component);
            this.key = StringHelper.before(uri, "?", uri);
        }

        @Override
        public Producer createProducer() {
            return new DefaultAsyncProducer(this) {
                @Override
                public boolean process(Exchange exchange, AsyncCallback callback) {
                    // One that was never used remembers nobody. It costs next to nothing.
                    return new DirectProducer(CurrentEndpoint.this, key).process(exchange, callback);
                }
            };
        }
    }
}
