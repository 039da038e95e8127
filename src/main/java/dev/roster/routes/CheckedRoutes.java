package dev.roster.routes;

import dev.roster.settings.Settings;
import java.util.List;
import org.springframework.stereotype.Component;

/** Checks the routes while the parts of the program are put together, which is before Camel loads a single one. */
@Component
class CheckedRoutes {

    /** @throws InvalidRoutes with every fault there is */
    CheckedRoutes(Settings settings) {
        RouteLint lint = new RouteLint(settings.routesAllow());
        List<RouteFault> faults = lint.check(new RouteFolder(settings.routesDir()).texts());
        if (!faults.isEmpty()) {
            throw new InvalidRoutes(faults);
        }
    }
}
