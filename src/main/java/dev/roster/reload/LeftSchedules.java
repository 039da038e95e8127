package dev.roster.reload;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What shared schedules are left in the database from before a start: those of routes that are no more go. */
@Component
class LeftSchedules {

    private static final Logger LOG = LoggerFactory.getLogger(LeftSchedules.class);

    private final CamelContext camel;
    private final ObjectProvider<Scheduler> schedulers;

    LeftSchedules(CamelContext camel, ObjectProvider<Scheduler> schedulers) {
        this.camel = camel;
        this.schedulers = schedulers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tidy() throws SchedulerException {
        List<SharedSchedule> ours = camel.getRoutes().stream()
                .map((Route route) -> SharedSchedule.of(route))
                .flatMap(Optional::stream)
                .toList();
        for (SharedSchedule schedule : ours) {
            schedule.correctTimeZone();
        }
        Scheduler scheduler = schedulers.getIfAvailable();
        if (scheduler != null && SharedSchedule.isShared(scheduler)) {
            removeOthers(scheduler, ours.stream().map(SharedSchedule::key).collect(Collectors.toSet()));
        }
    }

    private static void removeOthers(Scheduler scheduler, Set<TriggerKey> known) throws SchedulerException {
        for (TriggerKey key : scheduler.getTriggerKeys(GroupMatcher.anyGroup())) {
            if (!known.contains(key)) {
                scheduler.unscheduleJob(key);
                LOG.info("the schedule {} is forgotten: no route has it any more", key.getName());
            }
        }
    }
}
