package dev.roster.reload;

import dev.roster.routes.Delta;
import dev.roster.routes.MadeRoute;
import dev.roster.routes.RouteChange;
import dev.roster.routes.RouteFolder;
import dev.roster.routes.RouteSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.ServiceStatus;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;

/** The routes of the running context, as far as they can be stopped and replaced. */
final class LiveRoutes {

    /** For what has come in since nothing was under way; if it takes longer, another moment is better. */
    private static final int SECONDS_TO_STOP = 5;

    private final CamelContext camel;
    private final RouteFolder folder;

    LiveRoutes(CamelContext camel, RouteFolder folder) {
        this.camel = camel;
        this.folder = folder;
    }

    /**
     * Stops all, or none of them.
     *
     * @param idle is told which of them had been stopped before, by an operator
     */
    boolean stop(Set<String> routes, List<String> idle) throws Exception {
        List<String> stopped = new ArrayList<>();
        for (String route :
                routes.stream().sorted(Comparator.comparing(this::isCalled)).toList()) {
            ServiceStatus status = camel.getRouteController().getRouteStatus(route);
            if (status == null || status.isStopped()) {
                idle.add(route);
            } else if (camel.getRouteController().stopRoute(route, SECONDS_TO_STOP, TimeUnit.SECONDS, true)) {
                stopped.add(route);
            } else {
                for (String again : stopped) {
                    camel.getRouteController().startRoute(again);
                }
                return false;
            }
        }
        return true;
    }

    /** Who is called by other routes stops after those that bring something in. */
    private boolean isCalled(String id) {
        Route route = camel.getRoute(id);
        return route != null && route.getEndpoint().getEndpointUri().startsWith("direct:");
    }

    /** Removes whatever the change is about, and adds what it brings; the same for both directions. */
    void replace(RouteChange change, RouteSet source) throws Exception {
        removeAll(change);
        RouteLoading loading = new RouteLoading(camel);
        List<RoutesBuilder> files = new ArrayList<>();
        for (Map.Entry<String, String> file : source.coming(change).entrySet()) {
            files.addAll(loading.read(folder.address(file.getKey()), file.getValue()));
        }
        loading.add(files);
        for (MadeRoute route : source.made()) {
            if (change.routes().coming().contains(route.id())) {
                route.addTo(camel);
            }
        }
    }

    private void removeAll(RouteChange change) throws Exception {
        Model model = Objects.requireNonNull(camel.getCamelContextExtension().getContextPlugin(Model.class));
        for (String id : both(change.routes())) {
            RouteDefinition route = model.getRouteDefinition(id);
            if (route != null) {
                model.removeRouteDefinition(route);
            }
        }
        for (String id : both(change.templates())) {
            RouteTemplateDefinition template = model.getRouteTemplateDefinition(id);
            if (template != null) {
                model.removeRouteTemplateDefinition(template);
            }
        }
        for (String id : both(change.configurations())) {
            RouteConfigurationDefinition configuration = model.getRouteConfigurationDefinition(id);
            if (configuration != null) {
                model.removeRouteConfiguration(configuration);
            }
        }
    }

    private static Set<String> both(Delta delta) {
        Set<String> both = new LinkedHashSet<>(delta.gone());
        both.addAll(delta.coming());
        return both;
    }
}
