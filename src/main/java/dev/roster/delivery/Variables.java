package dev.roster.delivery;

import org.apache.camel.Exchange;

/** Reads what the routes keep in variables. */
public final class Variables {

    private Variables() {}

    /** @throws IllegalStateException when the route has not set it: a fault in the routes */
    public static <T> T required(Exchange exchange, String name, Class<T> type) {
        T value = exchange.getVariable(name, type);
        if (value == null) {
            throw new IllegalStateException("the route has not set the variable " + name);
        }
        return value;
    }
}
