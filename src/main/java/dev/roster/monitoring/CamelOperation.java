package dev.roster.monitoring;

import static dev.roster.settings.Access.Role.OPERATOR;
import static dev.roster.settings.Access.Role.VIEWER;

import dev.roster.settings.Access.Role;
import java.util.List;
import java.util.Optional;
import javax.management.ObjectName;

/**
 * An operation of Camel's MBeans that may be called from outside: what Hawtio's Camel view needs to show routes, and
 * the switches of a single route.
 *
 * <p>Signatures are compared whole, because overloads differ in what they tell: {@code dumpRoutesAsXml()} shows routes
 * as they were written, {@code dumpRoutesAsXml(boolean)} with every placeholder filled in.
 *
 * @param type the MBean's {@code type} key
 * @param name the MBean's {@code name} key; {@link #ANY} for all of the type
 * @param signature the operation as callers write it, without spaces
 * @param role who may call it
 */
record CamelOperation(String type, String name, String signature, Role role) {
    static final String DOMAIN = "org.apache.camel";
    private static final String ANY = "*";

    private static final List<CamelOperation> ALLOWED = List.of(
            new CamelOperation("context", ANY, "dumpRoutesAsXml()", VIEWER),
            new CamelOperation("context", ANY, "dumpRoutesStatsAsXml", VIEWER),
            new CamelOperation("context", ANY, "dumpRoutesStatsAsXml(boolean,boolean)", VIEWER),
            new CamelOperation("routes", ANY, "isUpdateRouteEnabled()", VIEWER),
            // Named one by one: the registry of errors has a browse() too, and that one shows messages.
            new CamelOperation("services", "DefaultInflightRepository", "browse()", VIEWER),
            new CamelOperation("services", "DefaultAsyncProcessorAwaitManager", "browse()", VIEWER),
            new CamelOperation("routes", ANY, "start()", OPERATOR),
            new CamelOperation("routes", ANY, "stop()", OPERATOR),
            new CamelOperation("routes", ANY, "suspend()", OPERATOR),
            new CamelOperation("routes", ANY, "resume()", OPERATOR));

    /** The rule for a call; empty when it is not allowed to anybody. */
    static Optional<CamelOperation> of(ObjectName mbean, String operation) {
        // A pattern would be checked once and then called on everything that matches it.
        if (mbean.isPattern() || !DOMAIN.equals(mbean.getDomain())) {
            return Optional.empty();
        }
        String signature = operation.replace(" ", "");
        return ALLOWED.stream()
                .filter(allowed -> allowed.covers(mbean) && allowed.signature.equals(signature))
                .findFirst();
    }

    private boolean covers(ObjectName mbean) {
        return type.equals(mbean.getKeyProperty("type"))
                && (ANY.equals(name) || name.equals(mbean.getKeyProperty("name")));
    }
}
