package dev.roster.reload;

import dev.roster.routes.RouteFault;
import dev.roster.routes.RouteFolder;
import dev.roster.routes.RouteLint;
import dev.roster.routes.RouteSet;
import dev.roster.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.springframework.stereotype.Component;

/** Whether edited routes may take the place of those that run: looked at before anything is touched. */
@Component
class EditCheck {

    private static final String RESTART = "take it back, or start Roster again";

    private final RouteLint lint;
    private final TrialLoad trial;

    EditCheck(Settings settings, CamelContext camel) {
        this.lint = new RouteLint(settings.routesAllow());
        this.trial = new TrialLoad(camel, new RouteFolder(settings.routesDir()));
    }

    /**
     * Every fault of the kind that is found first.
     *
     * @param texts the edited files
     */
    List<RouteFault> faults(RouteSet running, Map<String, String> texts) {
        List<RouteFault> written = lint.check(texts);
        if (!written.isEmpty()) {
            return written;
        }
        RouteSet edited = RouteSet.of(texts, running.made());
        List<RouteFault> restart = needingRestart(running, edited);
        return restart.isEmpty() ? trial.faults(running, edited) : restart;
    }

    /** Beans are in use by whoever has got hold of them; an exchange would reach some and not others. */
    private static List<RouteFault> needingRestart(RouteSet running, RouteSet edited) {
        List<RouteFault> other = edited.otherBeans(running, RESTART);
        List<RouteFault> gone = other.isEmpty() ? running.otherBeans(edited, RESTART) : List.of();
        return new ArrayList<>(Stream.of(other, gone, edited.crowded("write each '- route:' on a line of its own"))
                .flatMap(List::stream)
                .toList());
    }
}
