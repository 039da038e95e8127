package dev.roster;

import dev.roster.demo.Landscape;
import dev.roster.store.RunRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Roster, whole, with its routes, against landscapes of simulators.
 *
 * <p>A start takes seconds, so one stage holds several scenes, each a connection with a landscape of its own: a class
 * of tests starts once, and its tests do not see each other.
 */
public final class Stage implements AutoCloseable {

    private final Map<String, Scene> scenes = new LinkedHashMap<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private @Nullable ConfigurableApplicationContext app;

    private Stage() {
        settings.put("spring.config.location", "classpath:/application.yaml");
        settings.put("spring.datasource.url", MemoryDatabase.fresh());
        settings.put("spring.datasource.username", "sa");
        settings.put("spring.jmx.enabled", "false");
        settings.put("camel.main.jmx-enabled", "false");
        settings.put("routes.watch", "false");
        settings.put("camel.main.shutdown-timeout", "5");
        settings.put("retry.delay", "5");
        settings.put("retry.created-delay", "5");
    }

    /** Without a scene yet. */
    public static Stage empty() {
        return new Stage();
    }

    /** With one scene, whose connection is called {@value Landscape#CONNECTION}. */
    public static Stage on(Landscape landscape) {
        Stage stage = new Stage();
        stage.scene(Landscape.CONNECTION, landscape);
        return stage;
    }

    /** One more connection with a landscape of its own; before the start. */
    public Scene scene(String connection, Landscape landscape) {
        if (app != null) {
            throw new IllegalStateException("the stage has started");
        }
        Scene scene = new Scene(this, connection, landscape);
        scenes.put(connection, scene);
        return scene;
    }

    /** The scene that was set under this name. */
    public Scene scene(String connection) {
        Scene scene = scenes.get(connection);
        if (scene == null) {
            throw new NoSuchElementException(connection);
        }
        return scene;
    }

    /** A setting of the first connection, by its key below {@code roster.connections.demo}. */
    public Stage with(String key, String value) {
        first().with(key, value);
        return this;
    }

    /** Any other setting. */
    public Stage withProperty(String key, String value) {
        settings.put(key, value);
        return this;
    }

    public Landscape landscape() {
        return first().landscape();
    }

    private Scene first() {
        return scenes.values().iterator().next();
    }

    /** Starts Roster when it does not run yet. */
    public ConfigurableApplicationContext app() {
        if (app == null) {
            List<String> args = new ArrayList<>();
            settings.forEach((key, value) -> args.add("--" + key + "=" + value));
            scenes.values()
                    .forEach(scene -> scene.settings().forEach((key, value) -> args.add("--" + key + "=" + value)));
            app = new SpringApplicationBuilder(Roster.class)
                    .web(WebApplicationType.NONE)
                    .run(args.toArray(String[]::new));
        }
        return app;
    }

    /** Ends Roster as it ends on SIGTERM, and starts it again on the same database. */
    public void restart() {
        if (app != null) {
            app.close();
            app = null;
        }
        app();
    }

    /** Starts a run of the first connection and waits for its end, or until it waits itself. */
    public RunRow sync() {
        return first().sync();
    }

    public RunRow ended(long run) {
        return first().ended(run);
    }

    /** Ends everything and lets go of it: a class of tests holds its stage for as long as the process lives. */
    @Override
    public void close() {
        if (app != null) {
            app.close();
            app = null;
        }
        scenes.values().forEach(scene -> scene.landscape().close());
        scenes.clear();
        MemoryDatabase.drop(settings.getOrDefault("spring.datasource.url", ""));
    }
}
