package dev.roster;

import dev.roster.demo.Landscape;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.ProducerTemplate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Roster, whole, with its routes, against a landscape of simulators. */
public final class Stage implements AutoCloseable {

    private final Landscape landscape;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private @Nullable ConfigurableApplicationContext app;

    private Stage(Landscape landscape) {
        this.landscape = landscape;
        settings.putAll(landscape.settings());
        settings.put("spring.config.location", "classpath:/application.yaml");
        settings.put("spring.datasource.url", "jdbc:hsqldb:mem:" + UUID.randomUUID() + ";hsqldb.tx=mvcc");
        settings.put("spring.datasource.username", "sa");
        settings.put("spring.jmx.enabled", "false");
        settings.put("camel.main.jmx-enabled", "false");
        settings.put("retry.delay", "20");
    }

    public static Stage on(Landscape landscape) {
        return new Stage(landscape);
    }

    /** A setting of the connection, by its key below {@code roster.connections.demo}. */
    public Stage with(String key, String value) {
        settings.put(Landscape.key(key), value);
        return this;
    }

    /** Any other setting. */
    public Stage withProperty(String key, String value) {
        settings.put(key, value);
        return this;
    }

    public Landscape landscape() {
        return landscape;
    }

    public ConfigurableApplicationContext app() {
        if (app == null) {
            List<String> args = new ArrayList<>();
            settings.forEach((key, value) -> args.add("--" + key + "=" + value));
            app = new SpringApplicationBuilder(Roster.class)
                    .web(WebApplicationType.NONE)
                    .run(args.toArray(String[]::new));
        }
        return app;
    }

    /** Starts a run and waits for its end, or until it waits itself. */
    public RunRow sync() {
        Long run = app().getBean(ProducerTemplate.class).requestBody("direct:sync", Landscape.CONNECTION, Long.class);
        return ended(run);
    }

    public RunRow ended(long run) {
        RunRows rows = app().getBean(RunRows.class);
        return Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> rows.find(run).orElseThrow(), row -> !row.state().working());
    }

    @Override
    public void close() {
        if (app != null) {
            app.close();
        }
        landscape.close();
    }
}
