package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.DemoTenant;
import dev.roster.demo.graph.SimulatedPerson;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.explanation.ExplainRequest;
import dev.roster.explanation.Explanation;
import dev.roster.explanation.Step;
import dev.roster.explanation.TargetExplanation;
import dev.roster.run.RunQueue;
import dev.roster.run.RunRequest;
import dev.roster.store.OperationRow;
import dev.roster.store.Run;
import dev.roster.store.RunRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What is explained about each person is what the next plan says about them. */
class ExplainEqualsPlanTest {

    private static final Stage STAGE = Stage.empty();
    private static final SimulatedTenant DEMO = DemoTenant.create();
    private static final SimulatedTenant SMALL = Cast.six();

    @BeforeAll
    static void scenes() {
        STAGE.scene("demo", Landscape.start(DEMO))
                .with("groups.include", "(jira|confluence|team)-.*")
                .with("groups.existing", "join")
                .with("groups.kinds", "security,microsoft-365")
                .with("users.existing", "adopt")
                .with("limits.leavers", "100%")
                .with("limits.removed-memberships", "100%");
        STAGE.scene("small", Landscape.start(SMALL))
                .with("groups.include", "team-.*")
                .with("groups.default-groups.all-users", "everybody")
                .with("groups.default-groups.new-users", "new")
                .with("scope.groups", "team-a,team-b")
                .with("users.rename", "true")
                .with("limits.leavers", "100%")
                .with("limits.removed-memberships", "100%");
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    /** The reason, and the operations in words, of one person in one target. */
    private record Word(String reason, Set<String> operations) {}

    @ParameterizedTest
    @ValueSource(strings = {"demo", "small"})
    void forEverybodyOfATenantBeforeAndAfterItChanges(String name) {
        Scene scene = STAGE.scene(name);
        plan(scene);
        if (!scene.connection().equals("demo")) {
            agree(scene);
        }
        scene.sync();
        if (name.equals("demo")) {
            DemoTenant.changeForSecondSync(DEMO);
        } else {
            Cast.change(SMALL);
            SMALL.deletePerson(Cast.upn("eve"), Instant.EPOCH);
            Cast.people(SMALL, "gus");
            Cast.join(SMALL, "team-b", "gus");
        }
        assertThat(agree(scene).values())
                .anySatisfy(word -> assertThat(word.operations()).isNotEmpty());
    }

    private static Map<String, Word> agree(Scene scene) {
        Set<String> people = new TreeSet<>(chosen(scene));
        Map<String, Word> explained = explained(scene, people);
        Map<String, Word> planned = planned(scene, plan(scene));
        planned.keySet().removeIf(key -> !people.contains(key.substring(key.indexOf(' ') + 1)));
        assertThat(explained).isEqualTo(planned);
        return explained;
    }

    private static RunRow plan(Scene scene) {
        long run = STAGE.app()
                .getBean(RunQueue.class)
                .start(new RunRequest(scene.connection(), Run.Mode.PLAN, false, List.of(), "route", null));
        return scene.ended(run);
    }

    private static Map<String, Word> explained(Scene scene, Set<String> people) {
        Map<String, Word> words = new TreeMap<>();
        for (String person : people) {
            Explanation explanation =
                    STAGE.app().getBean(ExplainRequest.class).explain(scene.connection(), person, List.of());
            assertThat(explanation.source()).isEqualTo("live");
            for (TargetExplanation target : explanation.targets()) {
                Set<String> operations = new TreeSet<>();
                target.operations().forEach(operation -> operations.add(text(operation)));
                Step plan = target.steps().get(target.steps().size() - 1);
                assertThat(target.steps())
                        .extracting(Step::step)
                        .containsExactly("import", "scope", "map", "match", "plan");
                if (!plan.detail().contains("nothing of theirs")) {
                    words.put(
                            target.target() + " " + person,
                            new Word(Objects.requireNonNull(plan.reason()), operations));
                }
            }
        }
        return words;
    }

    private static String text(OperationRow operation) {
        return String.join(
                        " ",
                        Stream.of(
                                        operation.kind(),
                                        operation.user(),
                                        operation.group(),
                                        operation.reason(),
                                        operation.status())
                                .map(String::valueOf)
                                .toList())
                + operation.before()
                + operation.after();
    }

    /** All of the small tenant; of the other one the odd, the changed, the gone, and some of the rest. */
    private static List<String> chosen(Scene scene) {
        List<SimulatedPerson> people = (scene.connection().equals("demo") ? DEMO : SMALL).people();
        Map<String, SimulatedPerson> before = new TreeMap<>();
        DemoTenant.create().people().forEach(person -> before.put(person.id(), person));
        boolean all = people.size() < 50;
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            SimulatedPerson person = people.get(i);
            boolean changed = !person.equals(before.get(person.id()));
            if (all || changed || i % 50 == 0 || i > people.size() - 40) {
                chosen.add(person.id());
            }
        }
        Set<String> present = people.stream().map(SimulatedPerson::id).collect(Collectors.toSet());
        remembered(scene).filter(id -> !present.contains(id)).forEach(chosen::add);
        return chosen;
    }

    private static Stream<String> remembered(Scene scene) {
        return jdbc().sql("""
                select distinct d.subject from decision d join target_name t on t.no = d.target_no
                join connection_name c on c.no = t.connection_no
                where c.name = ? and d.about = 'user'""").param(scene.connection()).query(String.class).list().stream();
    }

    private static Map<String, Word> planned(Scene scene, RunRow run) {
        Map<String, Set<String>> operations = new TreeMap<>();
        jdbc().sql("""
                select t.name, o.person_id, o.kind, o.user_name, o.group_name, o.reason, o.status, o.was, o.becomes
                from operation o join target_name t on t.no = o.target_no where o.run_id = ? and o.person_id is not null""").param(run.id()).query(row -> {
            String text = row.getString(3) + " " + row.getString(4) + " " + row.getString(5) + " " + row.getString(6)
                    + " " + row.getString(7) + map(row.getString(8)) + map(row.getString(9));
            operations
                    .computeIfAbsent(row.getString(1) + " " + row.getString(2), key -> new TreeSet<>())
                    .add(text);
        });
        Map<String, Word> words = new TreeMap<>();
        jdbc().sql("""
                select t.name, d.subject, d.reason from decision d join target_name t on t.no = d.target_no
                join connection_name c on c.no = t.connection_no
                join wanted_account w on w.target_no = d.target_no and w.person_id = d.subject
                where c.name = ? and d.about = 'user'""").param(scene.connection()).query(row -> {
            String key = row.getString(1) + " " + row.getString(2);
            words.put(key, new Word(row.getString(3), operations.getOrDefault(key, Set.of())));
        });
        return words;
    }

    private static String map(@Nullable String json) {
        return json == null ? "{}" : String.valueOf(JsonMapper.shared().readValue(json, TreeMap.class));
    }

    private static JdbcClient jdbc() {
        return STAGE.app().getBean(JdbcClient.class);
    }
}
