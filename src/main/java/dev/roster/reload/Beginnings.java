package dev.roster.reload;

import dev.roster.routes.RouteFault;
import dev.roster.routes.RouteSet;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.support.LifecycleStrategySupport;
import org.quartz.CronExpression;

/** Where the routes of a context begin, as it makes them; what Camel would find at their start, or in a run, only. */
final class Beginnings extends LifecycleStrategySupport {

    /** Which the program itself sends to. */
    private static final List<String> RELIED_ON =
            List.of("direct:sync", "direct:check", "direct:explain", "seda:runs", "seda:approved");

    private final Map<String, Endpoint> byRoute = new LinkedHashMap<>();

    @Override
    public void onRouteContextCreate(Route route) {
        byRoute.put(route.getRouteId(), route.getEndpoint());
    }

    /** Schedules that say no time, and addresses at which two routes begin. */
    List<RouteFault> faults(RouteSet edited) {
        List<RouteFault> faults = new ArrayList<>();
        Map<String, String> first = new LinkedHashMap<>();
        byRoute.forEach((route, endpoint) -> {
            if (endpoint instanceof QuartzEndpoint schedule && schedule.getCron() != null) {
                cron(schedule.getCron())
                        .flatMap(problem -> edited.faultOf(
                                route, List.of(schedule.getCron()), problem, "write a time as Quartz takes it"))
                        .ifPresent(faults::add);
            }
            String other = first.putIfAbsent(plain(endpoint), route);
            if (other != null && plain(endpoint).startsWith("direct:")) {
                String problem = "the route " + other + " begins at " + plain(endpoint) + ", too";
                edited.faultOf(route, List.of(plain(endpoint)), problem, "give one of them another address")
                        .ifPresent(faults::add);
            }
        });
        return faults;
    }

    private static Optional<String> cron(String expression) {
        try {
            CronExpression.validateExpression(expression);
            return Optional.empty();
        } catch (ParseException e) {
            return Optional.of("no time: '" + expression + "', " + e.getMessage());
        }
    }

    /**
     * Addresses that somebody sends to and at which no route begins, unless that is so already: templates name routes
     * that only some products have.
     *
     * @param tried the context with these beginnings
     */
    List<RouteFault> unanswered(CamelContext tried, CamelContext running, RouteSet edited) {
        Set<String> asked = directs(tried.getEndpoints());
        asked.addAll(RELIED_ON);
        asked.removeAll(byRoute.values().stream().map(Beginnings::plain).collect(Collectors.toSet()));
        Set<String> before = directs(running.getEndpoints());
        running.getRoutes().forEach(route -> before.remove(plain(route.getEndpoint())));
        asked.removeAll(before);
        String mend = "add one, or save the file that has it; both are taken together";
        return asked.stream()
                .map(address -> edited.faultOfSenderTo(address, "no route begins at " + address, mend)
                        .orElseGet(() -> RouteFault.of("roster.routes-dir", "no route begins at " + address, mend)))
                .toList();
    }

    private static Set<String> directs(Collection<Endpoint> endpoints) {
        return endpoints.stream()
                .map(Beginnings::plain)
                .filter(address -> address.startsWith("direct:"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Without options, and as routes write it. */
    private static String plain(Endpoint endpoint) {
        return endpoint.getEndpointUri().replaceFirst("\\?.*", "").replaceFirst("^(direct|seda)://", "$1:");
    }
}
