package dev.roster.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.JiraSimulator;
import dev.roster.demo.product.JiraVersion;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.RunRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule by itself: its default, what it does to the targets of its connection, and that one of them can have it
 * otherwise.
 */
class RuleKeysTest {

    private static final Stage STAGE = Stage.empty();
    private static final Map<String, SimulatedTenant> TENANTS = new HashMap<>();
    private static final Map<String, JiraSimulator> OTHERS = new HashMap<>();
    private static final Map<String, RunRow> RUNS = new HashMap<>();

    static Stream<Rule> rules() {
        return Rules.all();
    }

    @BeforeAll
    static void scenes() {
        rules().forEach(rule -> {
            if (!TENANTS.containsKey(plain(rule))) {
                scene(plain(rule), rule);
            }
            Scene scene = scene(rule.key(), rule).with(rule.key(), rule.value());
            JiraSimulator other = JiraSimulator.start(JiraVersion.V11);
            other.acceptToken(Landscape.JIRA_TOKEN, SimulatedProduct.ADMIN);
            rule.seed().accept(other.directory().seed());
            OTHERS.put(rule.key(), other);
            scene.with("targets.other.product", "jira")
                    .with("targets.other.url", other.url().toString())
                    .with("targets.other.token", Landscape.JIRA_TOKEN)
                    .with("targets.other." + rule.key(), rule.back());
        });
    }

    /** Rules that need the same besides share the scene in which they are not set. */
    private static String plain(Rule rule) {
        boolean own = rule.seed() != Rule.NOTHING;
        return "plain " + rule.syncs() + " " + rule.others() + (own ? " " + rule.key() : "");
    }

    private static Scene scene(String name, Rule rule) {
        SimulatedTenant tenant = Company.now();
        TENANTS.put(name, tenant);
        Scene scene = STAGE.scene(name.replaceAll("[^a-z0-9-]", "_"), Landscape.start(tenant))
                .without("confluence")
                .without("bitbucket")
                .with("groups.include", "(?i)team-.*");
        rule.others().forEach((key, value) -> {
            if (value == null) {
                scene.unset(key);
            } else {
                scene.with(key, value);
            }
        });
        rule.seed().accept(scene.jira().directory().seed());
        return scene;
    }

    @AfterAll
    static void close() {
        STAGE.close();
        OTHERS.values().forEach(JiraSimulator::close);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleHasItsDefaultItsEffectAndItsOverride(Rule rule) {
        assertThat(rule.look().apply(result(plain(rule), "jira", rule)))
                .as("%s is not set", rule)
                .isEqualTo(rule.byDefault());
        assertThat(rule.look().apply(result(rule.key(), "jira", rule)))
                .as("%s: %s", rule, rule.value())
                .isEqualTo(rule.then());
        assertThat(rule.look().apply(result(rule.key(), "other", rule)))
                .as("%s: %s at one target", rule, rule.back())
                .isEqualTo(rule.byDefault());
    }

    private static Result result(String name, String target, Rule rule) {
        Scene scene = STAGE.scene(name.replaceAll("[^a-z0-9-]", "_"));
        RunRow run = RUNS.computeIfAbsent(name, each -> play(scene, Objects.requireNonNull(TENANTS.get(each)), rule));
        JiraSimulator jira = target.equals("jira") ? scene.jira() : Objects.requireNonNull(OTHERS.get(name));
        return new Result(scene, target, jira, run);
    }

    private static RunRow play(Scene scene, SimulatedTenant tenant, Rule rule) {
        List<Runnable> changes = List.of(() -> {}, () -> Company.later(tenant), () -> Company.latest(tenant));
        RunRow run = null;
        for (Runnable change : changes.subList(0, rule.syncs())) {
            change.run();
            run = scene.sync();
        }
        return Objects.requireNonNull(run);
    }
}
