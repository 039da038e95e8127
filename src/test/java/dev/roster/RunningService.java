package dev.roster;

import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Roster as a service on a free port, against a landscape of simulators. */
public final class RunningService implements AutoCloseable {

    private final String database;
    private @Nullable Landscape landscape;
    private @Nullable ConfigurableApplicationContext app;

    private RunningService(Landscape landscape, Map<String, String> settings) {
        this.database = settings.getOrDefault("spring.datasource.url", "");
        this.landscape = landscape;
        this.app = new SpringApplicationBuilder(Roster.class).run(arguments(settings));
    }

    /** Starts it; the further settings are full keys, laid over those of the landscape. */
    public static RunningService start(Landscape landscape, Map<String, String> further) {
        Map<String, String> settings = settings(landscape);
        settings.put("server.port", "0");
        settings.putAll(further);
        return new RunningService(landscape, settings);
    }

    /** Settings for a program of its own in this process: a database in memory and no MBeans. */
    public static Map<String, String> settings(Landscape landscape) {
        Map<String, String> settings = new LinkedHashMap<>(landscape.settings());
        settings.put("spring.config.location", "classpath:/application.yaml");
        settings.put("spring.datasource.url", MemoryDatabase.fresh());
        settings.put("spring.security.user.name", "admin");
        settings.put("spring.security.user.password", "admin-password");
        settings.put("spring.jmx.enabled", "false");
        settings.put("camel.main.jmx-enabled", "false");
        settings.put("routes.watch", "false");
        settings.put("retry.delay", "20");
        return settings;
    }

    public static String[] arguments(Map<String, String> settings) {
        List<String> arguments = new ArrayList<>();
        settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
        return arguments.toArray(String[]::new);
    }

    /** Two people, of whom one is in the group jira-devs. */
    public static SimulatedTenant smallTenant() {
        SimulatedTenant tenant = new SimulatedTenant("Example", "example.com");
        String ann = tenant.addPerson("ann@example.com", "Ann").id();
        tenant.changePerson(ann, p -> p.withMail("ann@example.com").withMailNickname("ann"));
        String bea = tenant.addPerson("bea@example.com", "=Bea").id();
        tenant.changePerson(bea, p -> p.withMail("bea@example.com").withMailNickname("bea"));
        String devs = tenant.addGroup("jira-devs").id();
        tenant.addMember(devs, ann);
        tenant.addGroup("unrelated");
        return tenant;
    }

    public Landscape landscape() {
        return Objects.requireNonNull(landscape, "closed");
    }

    public ConfigurableApplicationContext app() {
        return Objects.requireNonNull(app, "closed");
    }

    public int port() {
        return app().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Ends everything and lets go of it: a class of tests holds its service for as long as the process lives. */
    @Override
    public void close() {
        app().close();
        app = null;
        landscape().close();
        landscape = null;
        MemoryDatabase.drop(database);
    }
}
