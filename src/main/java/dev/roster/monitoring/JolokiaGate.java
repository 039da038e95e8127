package dev.roster.monitoring;

import dev.roster.settings.Access.Role;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.JMException;
import org.jolokia.server.core.request.JolokiaExecRequest;
import org.jolokia.server.core.request.JolokiaRequest;
import org.jolokia.server.core.service.request.AbstractRequestHandler;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;
import org.jspecify.annotations.Nullable;

/**
 * Takes the requests that a restrictor cannot judge before Jolokia's own handler sees them: those that send a message,
 * as only the arguments tell where to, and those that change something by GET or by a command it never asks about.
 *
 * <p>Messages go to {@code direct:sync} and nowhere else. {@link JolokiaPolicy} refuses every sending operation, so
 * that without this handler nothing could be sent at all.
 *
 * <p>Jolokia makes it by the name in {@code META-INF/jolokia/services}.
 */
public final class JolokiaGate extends AbstractRequestHandler {
    /** The one address, and the form in which Camel and so Hawtio write it. */
    private static final Set<String> SYNC = Set.of("direct:sync", "direct://sync");

    private static final Set<RequestType> REFUSED = EnumSet.of(RequestType.WRITE, RequestType.NOTIFICATION);

    /** What callers may write, and what it comes down to for a body of text. */
    private static final Map<String, String> SENDING = Map.of(
            "canSendToEndpoint", "canSendToEndpoint",
            "sendBody", "sendStringBody",
            "sendStringBody", "sendStringBody",
            "sendBodyAndHeaders", "sendStringBody",
            "requestBody", "requestStringBody",
            "requestStringBody", "requestStringBody",
            "requestBodyAndHeaders", "requestStringBody");

    public JolokiaGate(int order) {
        super("roster", order);
    }

    @Override
    public boolean canHandle(JolokiaRequest request) {
        return REFUSED.contains(request.getType())
                || request instanceof JolokiaExecRequest exec
                        && (request.getHttpMethod() != HttpMethod.POST || SENDING.containsKey(name(exec)));
    }

    @Override
    public <R extends JolokiaRequest> Object handleRequest(R request, @Nullable Object previous) throws JMException {
        if (request instanceof JolokiaExecRequest exec && isSync(exec) && SignedIn.has(Role.OPERATOR)) {
            return send(exec);
        }
        throw new SecurityException("Roster does not allow this over Jolokia.");
    }

    private static boolean isSync(JolokiaExecRequest request) {
        List<?> arguments = request.getArguments();
        if (request.getHttpMethod() != HttpMethod.POST || !isContext(request) || arguments == null) {
            return false;
        }
        // The address, the name of a connection, and no headers: some of those steer Camel.
        return !arguments.isEmpty()
                && arguments.get(0) instanceof String address
                && SYNC.contains(address)
                && arguments.stream().skip(1).limit(1).allMatch(String.class::isInstance)
                && arguments.stream().skip(2).allMatch(Map.of()::equals);
    }

    private static boolean isContext(JolokiaExecRequest request) {
        return !request.getObjectName().isPattern()
                && CamelOperation.DOMAIN.equals(request.getObjectName().getDomain())
                && "context".equals(request.getObjectName().getKeyProperty("type"));
    }

    private static Object send(JolokiaExecRequest request) throws JMException {
        Object[] arguments = request.getArguments().stream().limit(2).toArray();
        String[] types = new String[arguments.length];
        Arrays.fill(types, String.class.getName());
        return ManagementFactory.getPlatformMBeanServer()
                .invoke(request.getObjectName(), SENDING.get(name(request)), arguments, types);
    }

    private static String name(JolokiaExecRequest request) {
        String operation = request.getOperation();
        int signature = operation == null ? -1 : operation.indexOf('(');
        return signature < 0 ? String.valueOf(operation) : operation.substring(0, signature);
    }
}
