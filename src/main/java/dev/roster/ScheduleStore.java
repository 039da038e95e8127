package dev.roster;

import dev.roster.routes.MadeRoute;
import dev.roster.routes.MadeRoutes;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.quartz.impl.StdSchedulerFactory;
import org.springframework.boot.quartz.autoconfigure.QuartzProperties;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * On PostgreSQL, schedules are kept in the database, where all instances share them: each time is taken by one of them.
 *
 * <p>Only instances with the same schedules do. One with others, as in the middle of an upgrade, would take what it
 * does not know, and do nothing about it; so it has a cluster of its own, and what nobody runs any more fires no more.
 */
@Component
class ScheduleStore implements SchedulerFactoryBeanCustomizer {

    private final DataSource database;
    private final MadeRoutes routes;
    private final QuartzProperties given;
    private final SharedDatabase shared;

    ScheduleStore(DataSource database, MadeRoutes routes, QuartzProperties given, SharedDatabase shared) {
        this.given = given;
        this.database = database;
        this.routes = routes;
        this.shared = shared;
    }

    @Override
    public void customize(SchedulerFactoryBean scheduler) {
        if (shared.isShared()) {
            scheduler.setSchedulerName("roster-" + print());
            scheduler.setDataSource(database);
            scheduler.setQuartzProperties(cluster());
        }
    }

    private Properties cluster() {
        Properties cluster = new Properties();
        cluster.putAll(given.getProperties());
        cluster.setProperty("org.quartz.scheduler.instanceId", "AUTO");
        cluster.setProperty(StdSchedulerFactory.PROP_JOB_STORE_CLASS, WholeJobStore.class.getName());
        cluster.setProperty("org.quartz.jobStore.isClustered", "true");
        cluster.setProperty(
                "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        // Texts, and no Java objects that whoever writes to the database could make up.
        cluster.setProperty("org.quartz.jobStore.useProperties", "true");
        return cluster;
    }

    /** The same for the same schedules. */
    private String print() {
        String schedules = routes.all().stream()
                .filter(route -> route.template().endsWith("schedule"))
                .map(ScheduleStore::text)
                .sorted()
                .collect(Collectors.joining("\n"));
        return DigestUtils.md5DigestAsHex(schedules.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(MadeRoute route) {
        return route.id() + new TreeMap<>(route.parameters());
    }
}
