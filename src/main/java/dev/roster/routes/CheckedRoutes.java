package dev.roster.routes;

import dev.roster.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.spring.boot.CamelConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Checks the routes while the parts of the program are put together, which is before Camel loads a single one, and lets
 * it load those and no others.
 */
@Component
class CheckedRoutes {

    private static final String MEND = "remove it; roster.routes-dir says where the routes are";

    /** @throws InvalidRoutes with every fault there is */
    CheckedRoutes(Settings settings, CamelConfigurationProperties camel, RouteTexts loaded) {
        List<RouteFault> faults = new ArrayList<>(unchecked(camel));
        RouteFolder folder = new RouteFolder(settings.routesDir());
        Map<String, String> texts = folder.texts();
        faults.addAll(new RouteLint(settings.routesAllow()).check(texts));
        if (!faults.isEmpty()) {
            throw new InvalidRoutes(faults);
        }
        camel.getMain().setRoutesIncludePattern(folder.pattern());
        camel.getMain().setRoutesExcludePattern(folder.hidden());
        loaded.load(texts);
    }

    /** Settings of Camel's own by which routes would come in that nobody has looked at. */
    private static List<RouteFault> unchecked(CamelConfigurationProperties camel) {
        List<RouteFault> faults = new ArrayList<>();
        String untouched = new CamelConfigurationProperties().getMain().getRoutesIncludePattern();
        if (!untouched.equals(camel.getMain().getRoutesIncludePattern())) {
            faults.add(RouteFault.of(
                    "camel.main.routes-include-pattern", "Camel would load routes that Roster has not checked", MEND));
        }
        if (camel.getMain().isRoutesReloadEnabled()) {
            faults.add(RouteFault.of(
                    "camel.main.routes-reload-enabled",
                    "Camel would load changed routes without a check",
                    "remove it; Roster takes changed routes by itself, after a check"));
        }
        return faults;
    }
}
