package dev.roster.delivery;

import dev.roster.directory.Operation;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.http.HttpMethods;
import org.jspecify.annotations.Nullable;

/**
 * Turns the variable {@code call} (a template) into the address of the request that is sent next; where the variable
 * {@code link} holds a checked link of a paging, that is the address.
 *
 * <p>A placeholder is looked up among the exchange's variables first, then in the operation that is carried out.
 */
public final class Addressing implements Processor {

    /** How many changes were sent for the operation in hand; an exchange property, as those survive redelivery. */
    private static final String ATTEMPTS = "RosterAttempts";

    private final Map<String, URI> services;
    private final Map<String, AddressTemplate> templates = new ConcurrentHashMap<>();

    /** @param services base addresses by the service's id */
    public Addressing(Map<String, URI> services) {
        this.services = Map.copyOf(services);
    }

    @Override
    public void process(Exchange exchange) {
        // What failed before is no matter of this request; Camel would put that exception in the place of a later one.
        exchange.removeProperty(Exchange.EXCEPTION_CAUGHT);
        String call = Variables.required(exchange, "call", String.class);
        AddressTemplate template = templates.computeIfAbsent(call, AddressTemplate::parse);
        URI link = exchange.getVariable("link", URI.class);
        String address =
                link != null ? link.toString() : base(exchange) + template.expand(name -> value(exchange, name));
        exchange.getMessage().setHeader(Exchange.HTTP_URI, address);
        // The component would look for a converter of a text anew for each request.
        exchange.getMessage().setHeader(Exchange.HTTP_METHOD, HttpMethods.valueOf(template.method()));
        if (!template.method().equals("GET")) {
            exchange.setProperty(ATTEMPTS, attempts(exchange) + 1);
        }
    }

    /**
     * How many changes were sent so far for what the exchange is about. Looks do not count: whether there was a try
     * before this one decides whether an account that is there already is ours.
     */
    public static int attempts(Exchange exchange) {
        Integer attempts = exchange.getProperty(ATTEMPTS, Integer.class);
        return attempts == null ? 0 : attempts;
    }

    private String base(Exchange exchange) {
        String service = Variables.required(exchange, "service", String.class);
        URI url = services.get(service);
        if (url == null) {
            throw new IllegalStateException("no service is called " + service);
        }
        return url.toString();
    }

    private static @Nullable Object value(Exchange exchange, String name) {
        Object variable = exchange.getVariable(name);
        if (variable != null) {
            return variable;
        }
        Operation operation = exchange.getVariable("operation", Operation.class);
        return operation == null ? null : operation.value(name);
    }
}
