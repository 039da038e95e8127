package dev.roster.reload;

import dev.roster.routes.RouteChange;
import dev.roster.routes.RouteFolder;
import dev.roster.routes.RouteSet;
import dev.roster.run.QuietTime;
import dev.roster.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts routes in the place of others in the running context, while nothing goes through any route. */
@Component
class RouteExchange {

    private static final Logger LOG = LoggerFactory.getLogger(RouteExchange.class);

    private final CamelContext camel;
    private final QuietTime quietTime;
    private final LiveRoutes live;

    RouteExchange(CamelContext camel, QuietTime quietTime, Settings settings) {
        this.camel = camel;
        this.quietTime = quietTime;
        this.live = new LiveRoutes(camel, new RouteFolder(settings.routesDir()));
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
            if (!live.stop(change.routes().gone(), idle)) {
                return false;
            }
            removeSchedules(change.routes().gone());
            live.replace(change, edited);
            live.stop(Set.copyOf(idle), new ArrayList<>());
            missed.catchUp();
            return true;
        } catch (Exception e) {
            throw new ExchangeFailed(e, restored(change.back(), running));
        }
    }

    /** Else those that several instances share would outlive their routes, or keep what the edit has changed. */
    private void removeSchedules(Set<String> routes) throws SchedulerException {
        for (String route : routes) {
            Optional<SharedSchedule> schedule = SharedSchedule.of(camel.getRoute(route));
            if (schedule.isPresent()) {
                schedule.get().remove();
            }
        }
    }

    private boolean restored(RouteChange back, RouteSet running) {
        try {
            live.replace(back, running);
            return true;
        } catch (Exception e) {
            LOG.error("the routes from before the edit could not be put back", e);
            return false;
        }
    }
}
