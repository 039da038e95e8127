package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.run.NotWaiting;
import dev.roster.run.RunControl;
import dev.roster.store.Actor;
import dev.roster.store.Database;
import dev.roster.store.DeadLetters;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever happens in a tenant: after ordinary runs, trouble or not, a reconcile finds nothing to do. */
class HistoriesTest {

    private static final int SCENES = Integer.getInteger("histories.scenes", 6);
    private static final int STEPS = Integer.getInteger("histories.steps", 8);
    private static final long SEED = Long.getLong("histories.seed", 1);
    private static final Database DATABASE = Database.valueOf(System.getProperty("histories.database", "HSQLDB"));
    private static final Stage STAGE = Stage.empty();
    private static final Map<String, TenantHistory> HISTORIES = new LinkedHashMap<>();

    @BeforeAll
    static void scenes() {
        STAGE.withProperty("spring.datasource.url", DATABASE.fresh())
                .withProperty("spring.datasource.username", DATABASE.user())
                .withProperty("spring.datasource.password", "");
        for (String name : names()) {
            long seed = seed(name);
            TenantHistory history = new TenantHistory(seed);
            HISTORIES.put(name, history);
            Scene scene = STAGE.scene(name, Landscape.start(history.tenant()))
                    .with("groups.include", "team-.*")
                    .with("groups.delete", String.valueOf(seed % 2 == 0))
                    .with("users.rename", seed % 3 == 0 ? "together" : "true");
            if (seed % 2 == 1) {
                scene.with("users.when-deleted", "delete");
            }
            if (seed % 4 == 2) {
                scene.with("scope.groups", "team-gone"); // which stays
            }
        }
    }

    static List<String> names() {
        return IntStream.range(0, SCENES).mapToObj(i -> "seed-" + (SEED + i)).toList();
    }

    private static long seed(String name) {
        return Long.parseLong(name.substring(5));
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aReconcileFindsNothingToDo(String name) {
        Scene scene = STAGE.scene(name);
        Random random = new Random(-seed(name));
        List<String> story = new ArrayList<>();
        quiet(scene, story);
        for (int step = 0; step < STEPS; step++) {
            story.add(Kept.in(HISTORIES, name).goOn());
            if (random.nextInt(3) == 0) {
                story.add(troubled(scene, random));
            }
            quiet(scene, story);
            if (random.nextInt(3) == 0 || step == STEPS - 1) {
                RunRow reconcile = through(scene, scene.reconcile());
                assertThat(scene.operations(reconcile))
                        .as(name + ": " + String.join("\n", story))
                        .isEmpty();
            }
        }
    }

    /** Ordinary runs until one has nothing to do: long chains of renames take several. */
    private static void quiet(Scene scene, List<String> story) {
        for (int i = 0; i < 8; i++) {
            RunRow run = through(scene, scene.sync());
            assertThat(run.state()).as(run + ": " + String.join("\n", story)).isEqualTo(RunState.COMPLETED);
            assertThat(run.decisions())
                    .as(run + ": " + String.join("\n", story))
                    .isEqualTo(decisions(run.connection()));
            if (scene.operations(run).isEmpty()) {
                return;
            }
            story.add("run " + run.id() + " " + scene.operations(run));
        }
        throw new AssertionError("does not come to rest: " + String.join("\n", story));
    }

    /** As they are now, one by one; a run tells numbers that were kept. */
    private static Map<String, Map<String, Long>> decisions(String connection) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        List.of("jira", "confluence", "bitbucket").forEach(target -> counts.put(target, new TreeMap<>()));
        STAGE.app().getBean(JdbcClient.class).sql("""
                select t.name, d.reason, count(*) from decision d
                join target_name t on t.no = d.target_no
                join connection_name c on c.no = t.connection_no
                where c.name = ? and (
                  d.about = 'user' and d.subject in (
                    select person_id from wanted_account w where w.target_no = d.target_no)
                  or d.about = 'group' and d.subject in (
                    select group_key from wanted_group w where w.target_no = d.target_no))
                group by t.name, d.reason""").param(connection).query(row -> {
            Kept.in(counts, row.getString(1)).put(row.getString(2), row.getLong(3));
        });
        return counts;
    }

    private static RunRow through(Scene scene, RunRow run) {
        return run.state() == RunState.AWAITING_APPROVAL ? scene.approve(run) : run;
    }

    /** A run in which something goes wrong. */
    private static String troubled(Scene scene, Random random) {
        int kind = random.nextInt(4);
        int after = random.nextInt(4);
        AtomicLong running = new AtomicLong();
        for (SimulatedProduct product : scene.landscape().products()) {
            AtomicInteger count = new AtomicInteger();
            Predicate<SimulatedRequest> one =
                    request -> !request.method().equals("GET") && count.getAndIncrement() == after;
            product.server()
                    .plan(
                            switch (kind) {
                                case 0 -> PlannedFault.answer(one, Integer.MAX_VALUE, SimulatedAnswer.empty(403));
                                case 1 -> PlannedFault.loseAnswer(one, Integer.MAX_VALUE);
                                case 2 ->
                                    PlannedFault.answer(
                                            request -> !request.method().equals("GET"),
                                            Integer.MAX_VALUE,
                                            SimulatedAnswer.empty(500));
                                default ->
                                    PlannedFault.answer(
                                            request -> one.test(request) && stop(running.get()),
                                            0,
                                            SimulatedAnswer.empty(500));
                            });
        }
        running.set(scene.start());
        RunRow run = scene.ended(running.get());
        if (run.state() == RunState.AWAITING_APPROVAL) {
            run = scene.approve(run);
        }
        scene.landscape().products().forEach(product -> product.server().forgetFaults());
        STAGE.app()
                .getBean(DeadLetters.class)
                .retry(scene.deadLetters().stream()
                        .map(DeadLetters.DeadLetter::id)
                        .toList());
        return "trouble " + kind + " after " + after + " in run " + run.id() + ": " + run.state() + " "
                + scene.operations(run);
    }

    private static boolean stop(long run) {
        try {
            if (run > 0) {
                STAGE.app().getBean(RunControl.class).stop(run, new Actor("somebody", "test"));
            }
        } catch (NotWaiting e) {
            return false;
        }
        return false;
    }
}
