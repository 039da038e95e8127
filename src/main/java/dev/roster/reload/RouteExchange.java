package dev.roster.reload;

import dev.roster.routes.Delta;
import dev.roster.routes.MadeRoute;
import dev.roster.routes.RouteChange;
import dev.roster.routes.RouteFolder;
import dev.roster.routes.RouteSet;
import dev.roster.run.QuietTime;
import dev.roster.settings.Settings;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts routes in the place of others in the running context, while nothing goes through any route. */
@Component
class RouteExchange {

    private static final Logger LOG = LoggerFactory.getLogger(RouteExchange.class);

    /** For what has come in since nothing was under way; if it takes longer, the exchange waits for another moment. */
    private static final int SECONDS_TO_STOP = 5;

    private final CamelContext camel;
    private final QuietTime quietTime;
    private final RouteFolder folder;

    RouteExchange(CamelContext camel, QuietTime quietTime, Settings settings) {
        this.camel = camel;
        this.quietTime = quietTime;
        this.folder = new RouteFolder(settings.routesDir());
    }

    /**
     * Exchanges what differs, if this is a moment for it.
     *
     * @param done is called before the next run can begin
     * @return false when something is under way; then nothing has been touched
     * @throws ExchangeFailed when the new routes do not start
     */
    boolean exchange(RouteSet running, RouteSet edited, Runnable done) {
        return quietTime.use(() -> {
            boolean exchanged = camel.getInflightRepository().size() == 0 && exchangeNow(running, edited);
            if (exchanged) {
                done.run();
            }
            return exchanged;
        });
    }

    private boolean exchangeNow(RouteSet running, RouteSet edited) {
        RouteChange change = running.changeTo(edited);
        List<String> idle = new ArrayList<>();
        try {
            MissedFirings missed = new MissedFirings(camel, change.routes().gone());
            if (!stop(change.routes().gone(), idle)) {
                return false;
            }
            replace(change, edited);
            stop(Set.copyOf(idle), new ArrayList<>());
            missed.catchUp();
            return true;
        } catch (Exception e) {
            throw new ExchangeFailed(e, restored(change.back(), running));
        }
    }

    /**
     * Stops all, or none of them.
     *
     * @param idle is told which of them had been stopped before, by an operator
     */
    private boolean stop(Set<String> routes, List<String> idle) throws Exception {
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
    private void replace(RouteChange change, RouteSet source) throws Exception {
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

    private boolean restored(RouteChange back, RouteSet running) {
        try {
            replace(back, running);
            return true;
        } catch (Exception e) {
            LOG.error("the routes from before the edit could not be put back", e);
            return false;
        }
    }
}
