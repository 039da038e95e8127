package dev.roster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.plan.MembershipPlanner.Comparison;
import dev.roster.plan.MembershipPlanner.Group;
import dev.roster.plan.MembershipPlanner.Pair;
import dev.roster.plan.MembershipPlanner.Seen;
import dev.roster.plan.MembershipPlanner.Wanted;
import dev.roster.settings.GroupRules.Membership;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembershipPlannerTest {

    private static final Wanted ANN = new Wanted("team", "ann", "Ann", "p1");

    private static Map<String, Group> team(boolean fills, boolean free, boolean created) {
        return Map.of("team", new Group("team", "Team", fills, free, created, false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            managed  | true  | true  | true  | false | true
            managed  | false | true  | true  | true  | true
            managed  | false | true  | true  | false | false
            managed  | true  | false | true  | false | true
            managed  | true  | false | false | true  | false
            additive | true  | true  | true  | true  | false
            exact    | false | true  | true  | false | true
            exact    | false | false | true  | false | false
            """)
    void aMemberWhomEntraDoesNotWantGoesWhereTheRulesLet(
            String rule, boolean given, boolean fills, boolean free, boolean created, boolean goes) {
        Comparison comparison = new MembershipPlanner(Membership.valueOf(rule.toUpperCase(Locale.ROOT)), true)
                .compare(team(fills, free, created), List.of(), List.of(new Seen("team", "ann", false)), given(given));
        assertThat(comparison.leaving().isEmpty()).isNotEqualTo(goes);
        assertThat(comparison.adopted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MANAGED", "EXACT"})
    void whomAnotherTargetManagesStaysWhereTheyAre(Membership rule) {
        Comparison comparison = new MembershipPlanner(rule, false)
                .compare(team(true, true, true), List.of(), List.of(new Seen("team", "ann", true)), given(true));
        assertThat(comparison.leaving()).isEmpty();
    }

    @Test
    void whoIsWantedTwiceIsAddedOnce() {
        Comparison comparison = new MembershipPlanner(Membership.MANAGED, true)
                .compare(team(true, true, false), List.of(ANN, ANN), List.of(), List.of());
        assertThat(comparison.added()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"true, false, true", "true, true, false", "false, false, false"})
    void aMembershipThatWasThereIsAdoptedUnlessItIsGivenAlready(boolean adopts, boolean given, boolean adopted) {
        Comparison comparison = new MembershipPlanner(Membership.MANAGED, adopts)
                .compare(team(true, true, false), List.of(ANN), List.of(new Seen("team", "ann", false)), given(given));
        assertThat(comparison.added()).isEmpty();
        assertThat(comparison.leaving()).isEmpty();
        assertThat(comparison.adopted().isEmpty()).isNotEqualTo(adopted);
    }

    @Test
    void lostIsWhatWasGivenAndIsNotThereWhereAnybodyIs() {
        Pair ann = new Pair("team-a", "ann");
        Pair bob = new Pair("team-a", "bob");
        Pair hidden = new Pair("team-b", "ann");
        List<Seen> seen = List.of(new Seen("team-a", "bob", false), new Seen("team-a", "zoe", false));
        Comparison comparison = new MembershipPlanner(Membership.MANAGED, true)
                .compare(Map.of(), List.of(), seen, List.of(ann, bob, hidden));
        assertThat(comparison.lost()).containsExactly(ann);
    }

    private static List<Pair> given(boolean given) {
        return given ? List.of(new Pair("team", "ann")) : List.of();
    }
}
