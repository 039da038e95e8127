package dev.roster.reload;

import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.store.Database;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCompletedEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.quartz.CronTrigger;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A Roster on PostgreSQL, with a schedule in its routes that fires each second. */
final class Instance implements AutoCloseable {

    static final String FILE = "own.camel.yaml";
    static final TriggerKey TICK = TriggerKey.triggerKey("tick", "own");
    static final String OWN = """
            - route:
                id: own-schedule
                description: Each second.
                from:
                  uri: quartz:own/tick
                  parameters:
                    cron: "* * * * * ?"
                    trigger.timeZone: UTC
                  steps:
                    - log:
                        loggingLevel: DEBUG
                        message: tick
            """;

    private final Stage stage = Stage.empty();
    private final RoutesUnderWatch routes;
    private final List<Date> fired = new CopyOnWriteArrayList<>();

    /** @param cron of the connection's own schedule; empty for none */
    Instance(String database, Landscape landscape, String cron) throws IOException {
        stage.withProperty("spring.datasource.url", database)
                .withProperty("spring.datasource.username", Database.POSTGRESQL.user())
                .scene("acme", landscape)
                .with("schedule.cron", cron)
                .with("schedule.reconcile-cron", "");
        routes = new RoutesUnderWatch(stage);
        routes.save(FILE, OWN);
        stage.app();
        routes.camel().getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof ExchangeCompletedEvent completed) {
                    note(completed.getExchange());
                }
            }
        });
    }

    private void note(Exchange exchange) {
        if (exchange.getFromEndpoint().getEndpointUri().startsWith("quartz://own/tick")) {
            fired.add(exchange.getMessage().getHeader("scheduledFireTime", Date.class));
        }
    }

    RoutesUnderWatch routes() {
        return routes;
    }

    /** For when each of the firings was due that came here. */
    List<Date> fired() {
        return fired;
    }

    Scheduler scheduler() {
        return stage.app().getBean(Scheduler.class);
    }

    boolean knows(TriggerKey schedule) {
        try {
            return scheduler().checkExists(schedule);
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of all that are stored, also by others. */
    List<String> states() {
        return stage.app()
                .getBean(JdbcClient.class)
                .sql("select trigger_group || '.' || trigger_name || ' ' || trigger_state from qrtz_triggers")
                .query(String.class)
                .list();
    }

    /** Of the schedule that is stored. */
    String timeZone() throws SchedulerException {
        return ((CronTrigger) scheduler().getTrigger(TICK)).getTimeZone().getID();
    }

    @Override
    public void close() {
        stage.close();
        routes.close();
    }
}
