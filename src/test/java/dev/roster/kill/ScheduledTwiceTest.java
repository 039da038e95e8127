package dev.roster.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one PostgreSQL, with the same schedule: it starts each run once. */
class ScheduledTwiceTest {

    private static final String FIRED = "fired acme-sync ";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    private static Map<String, String> settings(Landscape landscape) {
        Map<String, String> settings = new LinkedHashMap<>(landscape.settings("acme"));
        settings.put("spring.config.location", "classpath:/application.yaml");
        settings.put("spring.datasource.url", Database.POSTGRESQL.fresh());
        settings.put("spring.datasource.username", Database.POSTGRESQL.user());
        settings.put("camel.main.jmx-enabled", "false");
        settings.put(Landscape.key("acme", "schedule.cron"), "* * * * * ?");
        return settings;
    }

    private static Child start(Map<String, String> settings) throws IOException {
        Child child = Child.start(folder, settings);
        child.tell("tell-firings");
        child.hears("telling");
        return child;
    }

    private static List<String> fired(Child... processes) {
        return Stream.of(processes)
                .flatMap(process -> lines(process).stream())
                .filter(line -> line.startsWith(FIRED))
                .toList();
    }

    private static List<String> lines(Child process) {
        try {
            return process.said();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(200));
    }

    @Test
    @DisplayName("K5 each time of a schedule is taken by one of two processes, and by the other when one is killed")
    void onceForBoth() throws IOException {
        Landscape landscape = Landscape.start(new SimulatedTenant("Small", "small.example"));
        Map<String, String> settings = settings(landscape);
        try (landscape;
                Child one = start(settings);
                Child other = start(settings)) {
            int before = fired(one, other).size();
            soon().until(() -> fired(one, other).size() > before + 15);
            assertThat(fired(one, other)).doesNotHaveDuplicates();

            one.kill();
            int alone = fired(other).size();
            soon().until(() -> fired(other).size() > alone + 5);
            assertThat(fired(one, other)).doesNotHaveDuplicates();
        }
    }
}
