package dev.roster.delivery;

import java.net.URI;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.camel.component.http.HttpMethods;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody outside is told something.
 *
 * <p>The path of such an address is often all that protects it. It is therefore in no route, and no answer can lead the
 * message to another place.
 */
public final class Webhook implements Processor, HttpClientConfigurer {

    private final @Nullable URI address;

    /** @param address null when nobody is to be told */
    public Webhook(@Nullable URI address) {
        this.address = address;
    }

    /** Its scheme and host. */
    public String origin() {
        URI whole = Objects.requireNonNull(address, "no webhook");
        return whole.getScheme() + "://" + whole.getRawAuthority();
    }

    @Override
    public void process(Exchange exchange) {
        exchange.getMessage()
                .setHeader(
                        Exchange.HTTP_URI,
                        Objects.requireNonNull(address, "no webhook").toString());
        exchange.getMessage().setHeader(Exchange.HTTP_METHOD, HttpMethods.POST);
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        ServiceClient.keepNothing(client);
    }
}
