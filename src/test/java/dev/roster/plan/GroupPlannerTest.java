package dev.roster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Reason;
import dev.roster.directory.TargetGroup;
import dev.roster.directory.Wave;
import dev.roster.settings.GroupRules.ExistingGroups;
import dev.roster.settings.GroupRules.Mapping;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GroupPlannerTest {

    private final SampleRules rules = new SampleRules();

    // What the candidate is; a wanted group of one source with a member, that the target does not hold.
    private @Nullable Reason verdict;
    private int sources = 1;
    private boolean inEntra = true;
    private boolean hasMember = true;
    private @Nullable TargetGroup group;
    private boolean owned;
    private boolean created;
    private boolean byDefault;
    private @Nullable String sharedBy;
    private boolean sharedPlanned;

    private GroupDecision decide() {
        return rules.groups()
                .decide(new GroupCandidate(
                        "Team",
                        verdict,
                        "because",
                        sources,
                        inEntra,
                        hasMember,
                        group,
                        owned,
                        created,
                        byDefault,
                        sharedBy,
                        sharedPlanned));
    }

    private void thereAs(String name) {
        group = new TargetGroup(name, false, false);
    }

    private void created() {
        thereAs("Team");
        owned = true;
        created = true;
    }

    private static void leaves(GroupDecision decision, Reason reason) {
        assertThat(decision.reason()).isEqualTo(reason);
        assertThat(decision.fills()).isFalse();
        assertThat(decision.joins()).isFalse();
        assertThat(decision.operations()).isEmpty();
    }

    @Test
    void aMissingGroupIsCreatedAndFilled() {
        GroupDecision decision = decide();
        assertThat(decision.reason()).isEqualTo(Reason.GROUP_MISSING);
        assertThat(decision.fills()).isTrue();
        assertThat(decision.joins()).isFalse();
        Operation create = decision.operations().get(0);
        assertThat(create.kind()).isEqualTo(OperationKind.CREATE_GROUP);
        assertThat(create.wave()).isEqualTo(Wave.GROUPS_CREATED);
        assertThat(create.group()).isEqualTo("Team");
        assertThat(create.reason()).isEqualTo(Reason.GROUP_MISSING);
        assertThat(create.target()).isEqualTo(SampleRules.TARGET);
    }

    @ParameterizedTest
    @CsvSource({
        "true,  true,  false, false, group-missing",
        "true,  false, true,  false, group-missing",
        "true,  false, false, true,  group-missing",
        "true,  false, false, false, group-empty",
        "false, true,  false, false, group-create-off",
        "false, true,  true,  true,  group-create-off"
    })
    void aMissingGroupNeedsTheRuleAndSomebodyInIt(
            boolean create, boolean member, boolean empty, boolean everybody, String reason) {
        rules.createGroups = create;
        rules.emptyGroups = empty;
        hasMember = member;
        byDefault = everybody;
        GroupDecision decision = decide();
        assertThat(decision.reason().word()).isEqualTo(reason);
        assertThat(decision.operations()).hasSize(reason.equals("group-missing") ? 1 : 0);
        assertThat(decision.fills()).isEqualTo(reason.equals("group-missing"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"GROUP_HIDDEN", "ILLEGAL_NAME", "MANUAL_FAULT", "GROUP_PROTECTED"})
    void theMappingsWordAgainstAGroupLeavesItAsItIs(Reason word) {
        verdict = word;
        created();
        GroupDecision decision = decide();
        leaves(decision, word);
        assertThat(decision.detail()).isEqualTo("because");
    }

    @ParameterizedTest
    @CsvSource({"ON_THE_FLY, group-clash", "MANUAL, unchanged"})
    void twoGroupsOfOneNameAreAConflictUnlessTheSettingsNameThem(Mapping mapping, String reason) {
        rules.mapping = mapping;
        sources = 2;
        created();
        assertThat(decide().reason().word()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"team", "TE.*", ".*m"})
    void aProtectedGroupIsLeftInWhateverSpelling(String pattern) {
        rules.protectedNames = List.of(Pattern.compile(pattern));
        leaves(decide(), Reason.GROUP_PROTECTED);
        created();
        leaves(decide(), Reason.GROUP_PROTECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "ON_THE_FLY, false, group-administrators",
        "MANUAL,     false, group-joined",
        "MANUAL,     true,  group-administrators",
        "OFF,        true,  group-administrators"
    })
    void anAdministratorsGroupIsJoinedOnlyThroughManual(Mapping mapping, boolean everybody, String reason) {
        rules.mapping = mapping;
        byDefault = everybody;
        group = new TargetGroup("Team", true, true);
        GroupDecision decision = decide();
        assertThat(decision.reason().word()).isEqualTo(reason);
        assertThat(decision.fills()).isEqualTo(reason.equals("group-joined"));
    }

    @ParameterizedTest
    @CsvSource({
        "ON_THE_FLY, APPROVE, false, group-joined,           true,  true",
        "ON_THE_FLY, JOIN,    false, group-joined,           true,  true",
        "ON_THE_FLY, SKIP,    false, group-existing-skipped, false, false",
        "MANUAL,     SKIP,    false, group-joined,           true,  false",
        "MANUAL,     APPROVE, false, group-joined,           true,  false",
        "OFF,        SKIP,    true,  group-joined,           true,  false"
    })
    void aGroupThatWasThereIsJoinedAsTheRulesSay(
            Mapping mapping, ExistingGroups existing, boolean everybody, String reason, boolean fills, boolean joins) {
        rules.mapping = mapping;
        rules.existingGroups = existing;
        byDefault = everybody;
        sources = everybody ? 0 : 1;
        thereAs("team");
        GroupDecision decision = decide();
        assertThat(decision.reason().word()).isEqualTo(reason);
        assertThat(decision.fills()).isEqualTo(fills);
        assertThat(decision.joins()).isEqualTo(joins);
        assertThat(decision.operations()).isEmpty();
        assertThat(decision.name()).isEqualTo("team");
    }

    @Test
    void aGroupOfOursIsFilledWithoutFurtherAdo() {
        rules.existingGroups = ExistingGroups.SKIP;
        thereAs("Team");
        owned = true;
        GroupDecision decision = decide();
        assertThat(decision.reason()).isEqualTo(Reason.UNCHANGED);
        assertThat(decision.fills()).isTrue();
        assertThat(decision.joins()).isFalse();
    }

    @Test
    void aGroupThatWeMadeAndEntraNoLongerHasIsDeletedWhereTheRulesSaySo() {
        gone();
        rules.deleteGroups = true;
        GroupDecision decision = decide();
        assertThat(decision.reason()).isEqualTo(Reason.GROUP_GONE);
        assertThat(decision.fills()).isFalse();
        Operation delete = decision.operations().get(0);
        assertThat(delete.kind()).isEqualTo(OperationKind.DELETE_GROUP);
        assertThat(delete.wave()).isEqualTo(Wave.GROUPS_DELETED);
        assertThat(delete.reason()).isEqualTo(Reason.GROUP_GONE);
    }

    private void gone() {
        created();
        sources = 0;
        inEntra = false;
        hasMember = false;
    }

    @Test
    void withoutTheRuleAGroupThatIsGoneStays() {
        gone();
        leaves(decide(), Reason.GROUP_GONE);
    }

    @Test
    void aGroupThatWeOnlyJoinedIsNeverDeleted() {
        gone();
        created = false;
        rules.deleteGroups = true;
        leaves(decide(), Reason.GROUP_GONE);
    }

    @Test
    void aGroupThatTheSettingsNoLongerChooseIsNotDeletedWhileEntraHasIt() {
        gone();
        inEntra = true;
        rules.deleteGroups = true;
        leaves(decide(), Reason.GROUP_NOT_CHOSEN);
    }

    @Test
    void aGroupThatAnotherTargetFillsIsNotDeleted() {
        gone();
        rules.deleteGroups = true;
        sharedBy = "other/jira";
        GroupDecision decision = decide();
        leaves(decision, Reason.GROUP_SHARED);
        assertThat(decision.detail()).isEqualTo("filled by other/jira");
    }

    @Test
    void aGroupThatAnotherTargetCreatesInTheSameRunIsNotCreatedTwice() {
        sharedBy = "other/jira";
        sharedPlanned = true;
        GroupDecision decision = decide();
        leaves(decision, Reason.GROUP_SHARED);
        assertThat(decision.detail()).isEqualTo("other/jira creates it in this run");
    }

    @Test
    void aProtectedGroupIsNeverDeleted() {
        gone();
        rules.deleteGroups = true;
        rules.protectedNames = List.of(Pattern.compile("team"));
        leaves(decide(), Reason.GROUP_PROTECTED);
    }

    @Test
    void anAdministratorsGroupIsNeverDeleted() {
        gone();
        rules.deleteGroups = true;
        group = new TargetGroup("Team", false, true);
        leaves(decide(), Reason.GROUP_ADMINISTRATORS);
    }

    @Test
    void aGroupThatIsGoneOnBothSidesNeedsNothing() {
        gone();
        rules.deleteGroups = true;
        group = null;
        leaves(decide(), Reason.GROUP_GONE);
    }
}
