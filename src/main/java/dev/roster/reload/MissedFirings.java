package dev.roster.reload;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.jspecify.annotations.Nullable;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;

/** When schedules were due next before their routes were exchanged: what fell into the exchange is made up for. */
final class MissedFirings {

    private final CamelContext camel;
    private final Map<String, Date> due = new HashMap<>();

    /** @param routes those that are about to be removed */
    MissedFirings(CamelContext camel, Set<String> routes) throws SchedulerException {
        this.camel = camel;
        for (String route : routes) {
            QuartzEndpoint schedule = schedule(route);
            Trigger trigger = schedule == null ? null : scheduler(schedule).getTrigger(schedule.getTriggerKey());
            if (trigger != null && trigger.getNextFireTime() != null) {
                due.put(route, trigger.getNextFireTime());
            }
        }
    }

    private @Nullable QuartzEndpoint schedule(String id) {
        Route route = camel.getRoute(id);
        return route != null && route.getEndpoint() instanceof QuartzEndpoint schedule ? schedule : null;
    }

    private static Scheduler scheduler(QuartzEndpoint schedule) {
        return schedule.getComponent().getScheduler();
    }

    /** Each schedule that is there again goes on from where it was; what was due meanwhile is due now. */
    void catchUp() throws SchedulerException {
        for (Map.Entry<String, Date> missed : due.entrySet()) {
            QuartzEndpoint schedule = schedule(missed.getKey());
            if (schedule != null && !missed.getValue().after(new Date())) {
                Scheduler scheduler = scheduler(schedule);
                Trigger trigger = scheduler.getTrigger(schedule.getTriggerKey());
                if (trigger != null) {
                    scheduler.rescheduleJob(
                            trigger.getKey(),
                            trigger.getTriggerBuilder()
                                    .startAt(missed.getValue())
                                    .build());
                }
            }
        }
    }
}
