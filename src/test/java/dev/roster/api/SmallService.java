package dev.roster.api;

import dev.roster.RunningService;
import dev.roster.console.Caller;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
import java.util.Map;

/** A service with one connection, of two people, and its API. */
final class SmallService implements AutoCloseable {

    final SimulatedTenant tenant = RunningService.smallTenant();
    final Landscape landscape = Landscape.start(tenant);
    private final RunningService service = RunningService.start(
            landscape,
            Map.of(
                    Landscape.key("groups.include"),
                    "jira-.*",
                    Landscape.key("schedule.cron"),
                    "0 0 0 1 1 ? 2099",
                    Landscape.key("schedule.time-zone"),
                    "Europe/Berlin"));

    /** An administrator of Roster. */
    final Caller caller = new Caller(service.port(), "admin");

    final ApiCalls api = new ApiCalls(caller);

    @Override
    public void close() {
        service.close();
    }
}
