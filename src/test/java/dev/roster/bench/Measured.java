package dev.roster.bench;

import dev.roster.Roster;
import dev.roster.delivery.Traffic;
import dev.roster.demo.Landscape;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import dev.roster.store.RunState;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.ProducerTemplate;
import org.awaitility.Awaitility;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Roster as it is measured: on a database file, against simulators in another process. */
final class Measured implements AutoCloseable {

    private final ConfigurableApplicationContext app;

    private Measured(ConfigurableApplicationContext app) {
        this.app = app;
    }

    /**
     * What one run took.
     *
     * @param applying time from the first write to the last
     */
    record Took(
            RunRow run,
            Duration wall,
            Duration applying,
            Map<String, Long> requests,
            Map<String, Integer> inFlight,
            long heapMegabytes) {}

    static Measured start(Simulators simulators, Path data) {
        Map<String, String> settings = new LinkedHashMap<>(simulators.settings());
        settings.put("spring.config.location", "classpath:/application.yaml");
        settings.put(
                "spring.datasource.url",
                System.getProperty(
                        "bench.database",
                        "jdbc:hsqldb:file:" + data.resolve("roster")
                                + ";hsqldb.write_delay=false;hsqldb.default_table_type=cached;hsqldb.tx=mvcc;hsqldb.cache_rows=400000;hsqldb.cache_size=100000"));
        settings.put(Landscape.key("groups.include"), "team-.*");
        settings.put("logging.level.root", System.getProperty("bench.log", "warn"));
        List<String> args = new ArrayList<>();
        settings.forEach((key, value) -> args.add("--" + key + "=" + value));
        return new Measured(new SpringApplicationBuilder(Roster.class)
                .web(WebApplicationType.NONE)
                .run(args.toArray(String[]::new)));
    }

    Took sync() {
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        RunRows rows = app.getBean(RunRows.class);
        long start = System.nanoTime();
        long id = Objects.requireNonNull(
                app.getBean(ProducerTemplate.class).requestBody("direct:sync", Landscape.CONNECTION, Long.class));
        long[] applying = new long[1];
        RunRow run = Awaitility.await()
                .atMost(Duration.ofHours(3))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> {
                            RunRow row = rows.find(id).orElseThrow();
                            if (row.state() == RunState.APPLYING && applying[0] == 0) {
                                applying[0] = System.nanoTime();
                            }
                            return row;
                        },
                        row -> !row.state().working());
        long end = System.nanoTime();
        return new Took(
                run,
                Duration.ofNanos(end - start),
                applying[0] == 0 ? Duration.ZERO : Duration.ofNanos(end - applying[0]),
                run.requests(),
                app.getBean(Traffic.class).mostUnderWay(),
                peakHeapMegabytes());
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** The sum of the pools' peaks: at least what was ever used at once. */
    private static long peakHeapMegabytes() {
        return heapPools().stream()
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    @Override
    public void close() {
        app.close();
    }
}
