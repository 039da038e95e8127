package dev.roster.monitoring;

import java.lang.management.ManagementFactory;
import java.util.Set;
import javax.management.JMException;
import javax.xml.stream.XMLStreamException;
import org.jolokia.server.core.request.JolokiaExecRequest;
import org.jolokia.server.core.request.JolokiaRequest;
import org.jolokia.server.core.service.request.AbstractRequestHandler;
import org.jspecify.annotations.Nullable;

/**
 * Answers in Camel's place how much has gone through the routes; see {@link RouteCounters} for the reason.
 *
 * <p>Jolokia makes it by the name in {@code META-INF/jolokia/services}.
 */
public final class JolokiaCounters extends AbstractRequestHandler {
    /** Both forms of one operation; its arguments ask for all there is, and that is what everybody gets. */
    private static final Set<String> COUNTERS = Set.of("dumpRoutesStatsAsXml", "dumpRoutesStatsAsXml(boolean,boolean)");

    public JolokiaCounters(int order) {
        super("roster-counters", order);
    }

    @Override
    public boolean canHandle(JolokiaRequest request) {
        return request instanceof JolokiaExecRequest exec
                && exec.getOperation() != null
                && COUNTERS.contains(exec.getOperation().replace(" ", ""));
    }

    @Override
    public <R extends JolokiaRequest> Object handleRequest(R request, @Nullable Object previous) throws JMException {
        JolokiaExecRequest exec = (JolokiaExecRequest) request;
        boolean allowed = CamelOperation.of(exec.getObjectName(), exec.getOperation())
                .filter(operation -> SignedIn.has(operation.role()))
                .isPresent();
        if (!allowed) {
            throw new SecurityException("Roster does not allow this over Jolokia.");
        }
        try {
            return new RouteCounters(ManagementFactory.getPlatformMBeanServer(), exec.getObjectName()).xml();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the counters do not go into XML", e);
        }
    }
}
