package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.BitbucketSimulator;
import dev.roster.demo.product.JiraSimulator;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import dev.roster.store.Warning;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Accounts with which nobody can sign in are told of, and stop nothing. Confluence does not tell what grants access. */
class AccessWarningTest {

    private static final Stage STAGE = Stage.empty();
    private static final Map<Rules, RunRow> RUNS = new EnumMap<>(Rules.class);

    /** Which groups are filled, and in which products nobody gets in. */
    enum Rules {
        NONE_THAT_GRANTS(List.of("bitbucket", "jira"), scene -> scene.with("groups.include", "team-.*")),
        NO_GROUPS(List.of("bitbucket", "jira"), scene -> scene.with("groups.mapping", "off")),
        DEFAULT_GROUPS(
                List.of(),
                scene -> scene.with("targets.jira.groups.default-groups.all-users", JiraSimulator.USERS)
                        .with("targets.bitbucket.groups.default-groups.new-users", "STASH-users")),
        BY_NAME(
                List.of("bitbucket"),
                scene -> scene.with("groups.include", JiraSimulator.USERS).with("groups.existing", "join")),
        BY_NAME_BUT_LEFT_ALONE(
                List.of("bitbucket", "jira"),
                scene -> scene.with("groups.include", JiraSimulator.USERS).with("groups.existing", "skip")),
        BY_HAND(
                List.of("jira"),
                scene -> scene.with("groups.mapping", "manual")
                        .with("groups.manual.team-a", "Team A")
                        .with("targets.bitbucket.groups.manual.team-a", BitbucketSimulator.USERS)),
        ADMINISTRATORS_BY_HAND(
                List.of("jira"),
                scene -> scene.with("groups.mapping", "manual")
                        .with("groups.manual.team-a", "Team A")
                        .with("targets.bitbucket.groups.manual.team-a", BitbucketSimulator.ADMINISTRATORS));

        final List<String> warned;
        final UnaryOperator<Scene> rules;

        Rules(List<String> warned, UnaryOperator<Scene> rules) {
            this.warned = warned;
            this.rules = rules;
        }

        String scene() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @BeforeAll
    static void oneRunOfEach() {
        for (Rules rules : Rules.values()) {
            SimulatedTenant tenant = Cast.six();
            Cast.group(tenant, JiraSimulator.USERS, "ann", "bob");
            rules.rules.apply(STAGE.scene(rules.scene(), Landscape.start(tenant)));
        }
        for (Rules rules : Rules.values()) {
            RUNS.put(rules, STAGE.scene(rules.scene()).sync());
        }
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverGetsNobodyInIsNamed(Rules rules) {
        assertThat(Kept.in(RUNS, rules).warnings())
                .extracting(Warning::target)
                .containsExactlyInAnyOrderElementsOf(rules.warned);
    }

    @ParameterizedTest
    @EnumSource
    void noRunWaitsForThat(Rules rules) {
        assertThat(Kept.in(RUNS, rules).waitsFor()).isNull();
        assertThat(Kept.in(RUNS, rules).state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void theAdviceNamesWhatGrantsAccessButNoAdministrators() {
        List<Warning> warnings = Kept.in(RUNS, Rules.NONE_THAT_GRANTS).warnings();

        assertThat(warnings)
                .extracting(Warning::detail)
                .allSatisfy(detail -> assertThat(detail).contains("no group that Roster fills grants access"));
        assertThat(warnings)
                .filteredOn(warning -> warning.target().equals("bitbucket"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.fix())
                        .contains(BitbucketSimulator.USERS)
                        .doesNotContain(BitbucketSimulator.ADMINISTRATORS));
    }
}
