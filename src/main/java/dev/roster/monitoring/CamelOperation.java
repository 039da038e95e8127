package dev.roster.monitoring;

import static dev.roster.settings.Access.Role.OPERATOR;
import static dev.roster.settings.Access.Role.VIEWER;

import dev.roster.settings.Access.Role;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.management.ObjectName;

/**
 * An operation of Camel's MBeans that may be called from outside.
 *
 * <p>Signatures are compared whole, because overloads differ in what they tell: {@code dumpRoutesAsXml()} shows routes
 * as they were written, {@code dumpRoutesAsXml(boolean)} with every placeholder filled in.
 *
 * @param type the MBean's {@code type} key
 * @param signatures the operation as callers write it, without spaces
 * @param role who may call it
 */
record CamelOperation(String type, Set<String> signatures, Role role) {
    static final String DOMAIN = "org.apache.camel";

    private static final CamelOperation[] ALLOWED = {
        new CamelOperation("context", Set.of("dumpRoutesAsXml()"), VIEWER),
        new CamelOperation("context", Set.of("dumpRoutesStatsAsXml", "dumpRoutesStatsAsXml(boolean,boolean)"), VIEWER),
        new CamelOperation("routes", Set.of("start()", "stop()", "suspend()", "resume()"), OPERATOR),
    };

    /** The rule for a call; empty when it is not allowed to anybody. */
    static Optional<CamelOperation> of(ObjectName mbean, String operation) {
        if (mbean.isPattern() || !DOMAIN.equals(mbean.getDomain())) {
            return Optional.empty();
        }
        String signature = operation.replace(" ", "");
        return Arrays.stream(ALLOWED)
                .filter(allowed -> allowed.type.equals(mbean.getKeyProperty("type")))
                .filter(allowed -> allowed.signatures.contains(signature))
                .findFirst();
    }
}
