package dev.roster.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.roster.Roster;
import dev.roster.delivery.Traffic;
import dev.roster.demo.Landscape;
import dev.roster.run.RunQueue;
import dev.roster.run.RunRequest;
import dev.roster.store.Run;
import dev.roster.store.RunRow;
import dev.roster.store.RunRows;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Roster as it is measured: on a database file, against simulators in another process. */
final class Measured implements AutoCloseable {

    private final ConfigurableApplicationContext app;
    private final String database;

    private Measured(ConfigurableApplicationContext app, String database) {
        this.app = app;
        this.database = database;
    }

    /**
     * What one run took.
     *
     * @param cpu what Roster's own process computed in that time, however busy the machine was otherwise
     * @param phases how long the run stayed in each phase, and what Roster's process computed in it
     * @param inFlight the most requests that were under way at once, by service
     * @param busy how long requests took in all, by service
     */
    record Took(
            RunRow run,
            Duration wall,
            Duration cpu,
            Map<String, Phase> phases,
            Map<String, Long> requests,
            Map<String, Integer> inFlight,
            Map<String, Duration> busy,
            long heapMegabytes) {

        Duration in(String phase) {
            return phase(phase).lasted();
        }

        Duration computedIn(String phase) {
            return phase(phase).computed();
        }

        private Phase phase(String phase) {
            return phases.getOrDefault(phase, Phase.NONE);
        }

        /** How many requests to a product were under way in the mean while it was read and written to. */
        double meanInFlight(String service) {
            long millis = in("looking").plus(in("applying")).toMillis();
            return millis == 0
                    ? 0
                    : (double) busy.getOrDefault(service, Duration.ZERO).toMillis() / millis;
        }
    }

    /** How long a part of a run took, and what Roster's own process computed in that time. */
    record Phase(Duration lasted, Duration computed) {

        static final Phase NONE = new Phase(Duration.ZERO, Duration.ZERO);
    }

    /** When something was seen, as {@link System#nanoTime} has it, and what had been computed until then. */
    private record Moment(long nanos, Duration cpu) {

        static Moment now() {
            return new Moment(System.nanoTime(), Measured.cpu());
        }

        Phase until(Moment end) {
            return new Phase(Duration.ofNanos(end.nanos - nanos), end.cpu.minus(cpu));
        }
    }

    static Measured start(Simulators simulators, Path data) {
        Map<String, String> settings = new LinkedHashMap<>(simulators.settings());
        settings.put("spring.config.location", "classpath:/application.yaml");
        String database = System.getProperty(
                        "bench.database",
                        "jdbc:hsqldb:file:" + data.resolve("roster")
                                + ";hsqldb.write_delay=false;hsqldb.default_table_type=cached;hsqldb.tx=mvcc;hsqldb.cache_rows=400000;hsqldb.cache_size=100000")
                .replace("{size}", String.valueOf(data.getFileName()));
        settings.put("spring.datasource.url", database);
        for (String connection : simulators.connections()) {
            settings.put(Landscape.key(connection, "groups.include"), "team-.*");
        }
        settings.put("logging.level.root", System.getProperty("bench.log", "warn"));
        List<String> args = new ArrayList<>();
        settings.forEach((key, value) -> args.add("--" + key + "=" + value));
        return new Measured(
                new SpringApplicationBuilder(Roster.class)
                        .web(WebApplicationType.NONE)
                        .run(args.toArray(String[]::new)),
                database);
    }

    Took sync(String connection) {
        return run(connection, false);
    }

    Took reconcile(String connection) {
        return run(connection, true);
    }

    private Took run(String connection, boolean reconcile) {
        long[] heap = new long[1];
        RunRows rows = app.getBean(RunRows.class);
        Duration cpu = cpu();
        Map<String, Duration> busy = busy();
        long start = System.nanoTime();
        long id = app.getBean(RunQueue.class)
                .start(new RunRequest(connection, Run.Mode.SYNC, reconcile, List.of(), "bench", null));
        Map<String, Moment> began = new LinkedHashMap<>();
        RunRow run = Awaitility.await()
                .atMost(Duration.ofHours(3))
                .pollInterval((looks, last) -> Duration.ofMillis(looks < 100 ? 20 : 100)) // Looking computes, too.
                .until(() -> rows.find(id).orElseThrow(), row -> {
                    began.computeIfAbsent(phase(row), phase -> Moment.now());
                    heap[0] = Math.max(heap[0], usedHeap());
                    return !row.state().working();
                });
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        return new Took(
                run,
                wall,
                cpu().minus(cpu),
                phases(began),
                run.requests(),
                of(connection, app.getBean(Traffic.class).mostUnderWay()),
                of(connection, since(busy)),
                heap[0] >> 20);
    }

    /** What of it is about the services of the connection: its directory, which has its name, and its targets. */
    private static <T> Map<String, T> of(String connection, Map<String, T> byService) {
        Map<String, T> its = new TreeMap<>(byService);
        its.keySet().removeIf(service -> !service.equals(connection) && !service.startsWith(connection + "."));
        return its;
    }

    private Map<String, Duration> busy() {
        Map<String, Duration> busy = new TreeMap<>();
        for (Timer timer :
                app.getBean(MeterRegistry.class).find("roster.requests").timers()) {
            Duration took = Duration.ofMillis((long) timer.totalTime(TimeUnit.MILLISECONDS));
            busy.merge(Objects.requireNonNull(timer.getId().getTag("service")), took, Duration::plus);
        }
        return busy;
    }

    private Map<String, Duration> since(Map<String, Duration> before) {
        Map<String, Duration> busy = busy();
        before.forEach((service, took) -> busy.computeIfPresent(service, (same, now) -> now.minus(took)));
        return busy;
    }

    private static String phase(RunRow row) {
        return row.phase() == null || row.state().ended() ? row.state().word() : row.phase();
    }

    /** From the moments at which each phase was first seen, in order, to what each took. */
    private static Map<String, Phase> phases(Map<String, Moment> began) {
        List<String> order = new ArrayList<>(began.keySet());
        Map<String, Phase> phases = new LinkedHashMap<>();
        for (int i = 0; i + 1 < order.size(); i++) {
            Moment begin = Objects.requireNonNull(began.get(order.get(i)));
            phases.put(order.get(i), begin.until(Objects.requireNonNull(began.get(order.get(i + 1)))));
        }
        return phases;
    }

    /** What Roster's own process has computed so far. */
    static Duration cpu() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Duration.ofNanos(system.getProcessCpuTime());
    }

    private static long usedHeap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** HSQLDB keeps a database and its cache until it is told to let go; the next size is to have the heap alone. */
    @Override
    public void close() {
        app.close();
        if (database.startsWith("jdbc:hsqldb:")) {
            new JdbcTemplate(new DriverManagerDataSource(database, "sa", "")).execute("SHUTDOWN");
        }
    }
}
