package dev.roster.reload;

import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.RouteEvent;
import org.apache.camel.spi.CamelEvent.RouteStartedEvent;
import org.apache.camel.spi.CamelEvent.RouteStoppingEvent;
import org.apache.camel.support.SimpleEventNotifierSupport;
import org.quartz.SchedulerException;
import org.springframework.stereotype.Component;

/**
 * A schedule whose route somebody stops holds for all instances that share it, until one of them starts the route.
 * Else this one would go on to take its share of the times, and do nothing about them. When this instance ends, the
 * others go on.
 */
@Component
class HeldSchedules extends SimpleEventNotifierSupport {

    HeldSchedules() {
        setIgnoreExchangeEvents(true); // Else Camel would make one for each step of each request.
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof RouteStartedEvent || event instanceof RouteStoppingEvent;
    }

    @Override
    public void notify(CamelEvent event) throws SchedulerException {
        RouteEvent about = (RouteEvent) event;
        CamelContext camel = about.getRoute().getCamelContext();
        Optional<SharedSchedule> schedule = SharedSchedule.of(about.getRoute());
        if (schedule.isPresent() && event instanceof RouteStartedEvent) {
            schedule.get().resume();
        } else if (schedule.isPresent() && camel.getStatus().isStarted()) {
            schedule.get().pause();
        }
    }
}
