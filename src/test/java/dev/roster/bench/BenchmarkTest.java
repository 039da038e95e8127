package dev.roster.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.demo.Landscape;
import dev.roster.store.RunState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints what runs take: a first sync; the one after it, which writes down that what was decided is done; one with
 * nothing to do; one after a hundred changes; and a reconcile that finds nothing. Sizes, latency and what is compared
 * come from system properties: {@code bench.people} (1000,10000,100000), {@code bench.latency} (5) in milliseconds,
 * {@code bench.bare} (true), {@code bench.warm-up} (3000) people.
 */
@Tag("bench")
class BenchmarkTest {

    private static final int IN_FLIGHT = 4;
    private static final int CHANGES = 100;

    /** The connection that is measured, and one beside it in the same program, which warms it up. */
    private static final String MEASURED = Landscape.CONNECTION;

    private static final String WARM_UP = "warm-up";

    @Test
    void whatRunsTake(@TempDir Path folder) throws Exception {
        int latency = Integer.getInteger("bench.latency", 5);
        try (Simulators simulators = Simulators.start()) {
            heading();
            for (String people :
                    System.getProperty("bench.people", "1000,10000,100000").split(",")) {
                measure(simulators, Integer.parseInt(people), latency, folder.resolve(people));
            }
        }
    }

    private static void heading() {
        print(
                "%8s  %-9s  %7s  %6s  %6s  %7s  %7s  %9s  %9s  %6s  %7s  %s",
                "people",
                "run",
                "wall s",
                "read s",
                "look s",
                "plan s",
                "apply s",
                "ms/object",
                "cpu/obj",
                "req/s",
                "heap MB",
                "requests; most in flight; mean while looking and applying");
    }

    /**
     * What is measured has run before in both processes, and in this very application: another one has routes of its own,
     * which the compilers have not seen. On few cores they need long to come through.
     */
    private static void warmUp(Measured roster) {
        assertThat(roster.sync(WARM_UP).run().state()).isEqualTo(RunState.COMPLETED);
        assertThat(roster.reconcile(WARM_UP).run().state()).isEqualTo(RunState.COMPLETED);
    }

    private static void measure(Simulators simulators, int people, int latency, Path data) throws Exception {
        boolean bare = Boolean.parseBoolean(System.getProperty("bench.bare", "true")) && people <= 10_000;
        simulators.serve(WARM_UP, Integer.getInteger("bench.warm-up", 3000), 0);
        simulators.serve(MEASURED, people, latency);
        try (Measured roster = Measured.start(simulators, data)) {
            warmUp(roster);
            if (bare) {
                simulators.record(MEASURED);
            }
            Duration before = simulators.computed();
            Measured.Took first = roster.sync(MEASURED);
            Duration simulated = simulators.computed().minus(before);
            assertThat(first.run().state()).isEqualTo(RunState.COMPLETED);
            print(people, "first", first);
            if (bare) {
                simulators.save(MEASURED, Files.createDirectories(data.resolve("recording")));
            }
            print(people, "settles", idle(roster.sync(MEASURED)));
            print(people, "idle", idle(roster.sync(MEASURED)));
            simulators.change(MEASURED, CHANGES);
            Measured.Took changed = roster.sync(MEASURED);
            assertThat(changed.run().state()).isEqualTo(RunState.COMPLETED);
            print(people, "changes", changed);
            print(people, "reconcile", idle(roster.reconcile(MEASURED)));
            if (bare) {
                compare(simulators, people, latency, first, simulated, data.resolve("recording"));
            }
        }
    }

    private static Measured.Took idle(Measured.Took run) {
        assertThat(run.run().state()).isEqualTo(RunState.COMPLETED);
        assertThat(run.run().total()).isZero();
        return run;
    }

    /** With what each computes for a request, as all of it shares the processors. Both are recorded, as that costs. */
    private static void compare(
            Simulators simulators, int people, int latency, Measured.Took first, Duration simulated, Path recording)
            throws IOException, InterruptedException {
        List<Recording> recordings = new ArrayList<>();
        for (String product : List.of("jira", "confluence", "bitbucket")) {
            recordings.add(Recording.load(recording, product));
        }
        simulators.serve(MEASURED, people, latency);
        simulators.record(MEASURED);
        Duration computed = simulators.computed();
        Duration own = Measured.cpu();
        BareClient.Replay bare = BareClient.replay(recordings, product -> origin(simulators, product), IN_FLIGHT);
        own = Measured.cpu().minus(own);
        computed = simulators.computed().minus(computed);
        double ours = bare.requests() * 1000.0 / first.in("applying").toMillis();
        print(
                "%8d  bare client %.0f requests/s, Roster %.0f requests/s while applying: %.2f",
                people, bare.perSecond(), ours, ours / bare.perSecond());
        print(
                "%8d  ms computed for a request: bare client %.2f and simulators %.2f, Roster %.2f and simulators %.2f",
                people,
                millis(own, bare),
                millis(computed, bare),
                millis(first.computedIn("applying"), bare),
                millis(simulated, bare));
    }

    private static double millis(Duration computed, BareClient.Replay all) {
        return computed.toNanos() / 1e6 / all.requests();
    }

    private static String origin(Simulators simulators, String product) {
        URI url = URI.create(
                String.valueOf(simulators.settings().get(Landscape.key(MEASURED, "targets." + product + ".url"))));
        return url.getScheme() + "://" + url.getAuthority();
    }

    private static void print(int people, String run, Measured.Took took) {
        double objects = people * 11.1 * 3; // people, ten memberships of each and a tenth of a group, in three products
        long requests =
                took.requests().values().stream().mapToLong(Long::longValue).sum();
        print(
                "%8d  %-9s  %7.1f  %6.1f  %6.1f  %7.1f  %7.1f  %9.3f  %9.3f  %6.0f  %7d  %s; %s; %s",
                people,
                run,
                seconds(took.wall()),
                seconds(took.in("reading")),
                seconds(took.in("looking")),
                seconds(took.in("planning")),
                seconds(took.in("applying")),
                took.wall().toMillis() / objects,
                took.cpu().toMillis() / objects,
                requests * 1000.0 / took.wall().toMillis(),
                took.heapMegabytes(),
                took.requests(),
                took.inFlight(),
                meanInFlight(took));
    }

    private static String meanInFlight(Measured.Took took) {
        return took.inFlight().keySet().stream()
                .map(service -> String.format("%s=%.2f", service, took.meanInFlight(service)))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    @SuppressWarnings("SystemOut")
    private static void print(String format, Object... values) {
        System.out.println(String.format(format, values));
    }
}
