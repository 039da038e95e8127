package dev.roster.routes;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;

/**
 * A route that the program makes from a template, for one connection or target.
 *
 * @param template the template's id
 * @param id the route's
 */
public record MadeRoute(String template, String id, Map<String, String> parameters) {

    public MadeRoute {
        parameters = Map.copyOf(parameters);
    }

    /** Makes it; the template has to be there. */
    public void addTo(CamelContext camel) {
        TemplatedRouteBuilder.builder(camel, template)
                .routeId(id)
                .parameters(Map.copyOf(parameters))
                .add();
    }
}
