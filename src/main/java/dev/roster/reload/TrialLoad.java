package dev.roster.reload;

import dev.roster.routes.MadeRoute;
import dev.roster.routes.RouteFault;
import dev.roster.routes.RouteFolder;
import dev.roster.routes.RouteSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.DefaultRegistry;

/**
 * Loads routes into a context of its own, beside the running one, to see whether Camel takes them. Nothing in there is
 * ever started, so nothing is read, sent or scheduled.
 */
final class TrialLoad {

    private static final String MEND = "correct the file";

    private final CamelContext running;
    private final RouteFolder folder;

    TrialLoad(CamelContext running, RouteFolder folder) {
        this.running = running;
        this.folder = folder;
    }

    /** What Camel finds in the routes, or does not find; one fault for each line. */
    List<RouteFault> faults(RouteSet before, RouteSet edited) {
        SharedBeans beans = new SharedBeans(running);
        try {
            Set<String> places = new HashSet<>();
            return new Trial(context(beans), before, edited)
                    .faults().stream()
                            .filter(fault -> places.add(fault.place()))
                            .toList();
        } finally {
            beans.giveBack();
        }
    }

    private DefaultCamelContext context(SharedBeans beans) {
        DefaultCamelContext trial = new DefaultCamelContext(false);
        trial.disableJMX();
        trial.getCamelContextExtension().setName(running.getName() + "-trial");
        trial.getCamelContextExtension().setRegistry(new DefaultRegistry(beans));
        trial.setApplicationContextClassLoader(running.getApplicationContextClassLoader());
        trial.setInjector(running.getInjector());
        trial.setSourceLocationEnabled(true);
        trial.getPropertiesComponent().addPropertiesSource(new SharedProperties(running));
        trial.build();
        trial.init();
        return trial;
    }

    /** One set of routes in one context. */
    private final class Trial {

        private final DefaultCamelContext trial;
        private final RouteSet before;
        private final RouteSet edited;
        private final Beginnings beginnings = new Beginnings();
        private final List<RouteFault> faults = new ArrayList<>();

        Trial(DefaultCamelContext trial, RouteSet before, RouteSet edited) {
            this.trial = trial;
            this.before = before;
            this.edited = edited;
            trial.addLifecycleStrategy(beginnings);
        }

        /** Each step needs the ones before it; after a fault the next would only find its consequences. */
        List<RouteFault> faults() {
            RouteLoading loading = new RouteLoading(trial);
            List<RoutesBuilder> files = new ArrayList<>();
            edited.withoutBeans().forEach((name, text) -> files.addAll(read(loading, name, text)));
            if (faults.isEmpty()) {
                define(loading, files);
            }
            if (faults.isEmpty()) {
                edited.made().forEach(this::make);
                List.copyOf(trial.getRouteDefinitions()).forEach(this::create);
            }
            if (faults.isEmpty()) {
                faults.addAll(beginnings.faults(edited));
                faults.addAll(beginnings.unanswered(trial, running, edited));
            }
            return faults;
        }

        private Collection<RoutesBuilder> read(RouteLoading loading, String name, String text) {
            try {
                return loading.read(folder.address(name), text);
            } catch (Exception e) {
                faults.add(CamelFault.of(e).inFile(name, MEND));
                return List.of();
            }
        }

        private void define(RouteLoading loading, List<RoutesBuilder> files) {
            try {
                loading.add(files);
            } catch (Exception e) {
                faults.add(CamelFault.of(e).somewhere(MEND));
            }
        }

        private void make(MadeRoute route) {
            try {
                route.addTo(trial);
            } catch (RuntimeException e) {
                faults.add(fault(route.id(), CamelFault.of(e)));
            }
        }

        private void create(RouteDefinition route) {
            try {
                trial.startRouteDefinitions(List.of(route));
            } catch (Exception e) {
                faults.add(fault(route.getRouteId(), CamelFault.of(e)));
            }
        }

        private RouteFault fault(String route, CamelFault fault) {
            return edited.faultOf(route, fault.quotes(), fault.problem(), MEND)
                    .or(() -> before.fileOf(route).map(file -> new RouteFault(file, 0, fault.problem(), MEND)))
                    .orElseGet(() -> fault.somewhere(MEND));
        }
    }
}
