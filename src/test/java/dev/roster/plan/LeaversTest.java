package dev.roster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.Account;
import dev.roster.directory.Operation;
import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import dev.roster.settings.UserRules.WhenGone;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LeaversTest {

    private static final Account ACCOUNT = SamplePerson.account("ann");

    private final SampleRules rules = new SampleRules();

    /** How somebody leaves; the word of the reason. */
    private static SamplePerson left(String how) {
        SamplePerson ann = SamplePerson.ann();
        return switch (how) {
            case "disabled" -> ann.disabled();
            case "out-of-scope" -> ann.outOfScope();
            default -> ann.verdict(Reason.of(how));
        };
    }

    private void rule(String how, WhenGone rule) {
        switch (how) {
            case "disabled" -> rules.disabled = rule;
            case "deleted" -> rules.deleted = rule;
            default -> rules.outOfScope = rule;
        }
    }

    private static String operations(AccountDecision decision) {
        return decision.operations().isEmpty()
                ? "-"
                : decision.operations().stream().map(o -> o.kind().word()).collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            disabled     | keep          | true  | kept         | FROZEN | -
            disabled     | remove-groups | true  | disabled     | LEAVES | -
            disabled     | deactivate    | true  | disabled     | FROZEN | deactivate-user
            disabled     | delete        | true  | disabled     | FROZEN | delete-user
            disabled     | delete        | false | disabled     | FROZEN | deactivate-user
            deleted      | keep          | true  | kept         | FROZEN | -
            deleted      | remove-groups | true  | deleted      | LEAVES | -
            deleted      | deactivate    | true  | deleted      | FROZEN | deactivate-user
            deleted      | delete        | true  | deleted      | FROZEN | delete-user
            deleted      | delete        | false | deleted      | FROZEN | deactivate-user
            out-of-scope | keep          | true  | kept         | FROZEN | -
            out-of-scope | remove-groups | true  | out-of-scope | LEAVES | -
            out-of-scope | deactivate    | true  | out-of-scope | FROZEN | deactivate-user
            out-of-scope | delete        | true  | out-of-scope | FROZEN | delete-user
            out-of-scope | delete        | false | out-of-scope | FROZEN | deactivate-user
            guest        | remove-groups | true  | guest        | LEAVES | -
            not-included | deactivate    | true  | not-included | FROZEN | deactivate-user
            excluded     | delete        | true  | excluded     | FROZEN | delete-user
            """)
    void eachWayOfLeavingHasItsRule(
            String how, String rule, boolean created, String reason, Joins joins, String operations) {
        rule(how, WhenGone.valueOf(rule.toUpperCase(Locale.ROOT).replace('-', '_')));
        AccountDecision decision =
                rules.accounts().decide(left(how).owning(ACCOUNT, created, null).candidate());
        assertThat(decision.reason().word()).isEqualTo(reason);
        assertThat(decision.joins()).isEqualTo(joins);
        assertThat(operations(decision)).isEqualTo(operations);
        assertThat(decision.accountName()).isEqualTo("ann");
    }

    @ParameterizedTest
    @CsvSource({"deactivate,true", "delete,false"})
    void aProductWithoutDeactivationLocksTheLeaverOut(String rule, boolean created) {
        rules.canDeactivate = false;
        rules.disabled = rule.equals("delete") ? WhenGone.DELETE : WhenGone.DEACTIVATE;
        AccountDecision decision = rules.accounts()
                .decide(left("disabled").owning(ACCOUNT, created, null).candidate());
        assertThat(decision.joins()).isEqualTo(Joins.LOCKED_OUT);
        assertThat(decision.operations()).isEmpty();
    }

    @Test
    void anAccountThatIsInactiveAlreadyIsNotDeactivatedAgain() {
        Account inactive = new Account("1", "ann", "Ann Lee", "ann@example.com", false, true);
        AccountDecision decision =
                rules.accounts().decide(left("disabled").owning(inactive).candidate());
        assertThat(decision.reason()).isEqualTo(Reason.DISABLED);
        assertThat(decision.operations()).isEmpty();
    }

    @Test
    void theOperationGoesByTheAccountAndCarriesItsReason() {
        Account renamed = SamplePerson.account("Ann.Old");
        Operation operation = rules.accounts()
                .decide(left("deleted").owning(renamed).candidate())
                .operations()
                .get(0);
        assertThat(operation.user()).isEqualTo("Ann.Old");
        assertThat(operation.accountId()).isEqualTo("id-of-Ann.Old");
        assertThat(operation.wave()).isEqualTo(Wave.LEAVERS);
        assertThat(operation.reason()).isEqualTo(Reason.DELETED);
        assertThat(operation.was()).containsEntry("active", "true");
        assertThat(operation.target()).isEqualTo(SampleRules.TARGET);
    }

    @ParameterizedTest
    @CsvSource({"disabled", "deleted", "out-of-scope", "guest", "not-included", "excluded"})
    void nobodyLeavesWithoutAnAccountOfTheirs(String how) {
        AccountDecision decision = rules.accounts().decide(left(how).candidate());
        assertThat(decision.reason().word()).isEqualTo(how);
        assertThat(decision.joins()).isEqualTo(Joins.FROZEN);
        assertThat(decision.operations()).isEmpty();
        assertThat(decision.accountName()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"disabled", "deleted", "out-of-scope"})
    void anAccountOfSomebodyElseWithTheLeaversNameIsLeftAlone(String how) {
        AccountDecision decision =
                rules.accounts().decide(left(how).meeting(ACCOUNT).candidate());
        assertThat(decision.operations()).isEmpty();
        assertThat(decision.adopts()).isNull();
    }

    @Test
    void anAccountThatIsGoneFromTheProductNeedsNothing() {
        AccountDecision decision = rules.accounts()
                .decide(left("deleted").owningNothingThatIsLeft().candidate());
        assertThat(decision.reason()).isEqualTo(Reason.DELETED);
        assertThat(decision.detail()).contains("gone from the product");
        assertThat(decision.operations()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(WhenGone.class)
    void aProtectedLeaverIsNotTouched(WhenGone rule) {
        rules.disabled = rule;
        rules.protectedNames = List.of(Pattern.compile("AN+"));
        AccountDecision decision =
                rules.accounts().decide(left("disabled").owning(ACCOUNT).candidate());
        assertThat(decision.reason()).isEqualTo(Reason.PROTECTED);
        assertThat(decision.joins()).isEqualTo(Joins.FROZEN);
        assertThat(decision.operations()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(WhenGone.class)
    void theOwnAccountIsNotTouchedEvenWhenItsPersonLeaves(WhenGone rule) {
        rules.deleted = rule;
        Account own = SamplePerson.account("Roster");
        AccountDecision decision =
                rules.accounts().decide(left("deleted").owning(own).candidate());
        assertThat(decision.reason()).isEqualTo(Reason.OWN_ACCOUNT);
        assertThat(decision.joins()).isEqualTo(Joins.FROZEN);
        assertThat(decision.operations()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = WhenGone.class,
            names = {"KEEP"},
            mode = EnumSource.Mode.EXCLUDE)
    void anAccountThatTheProductDoesNotLetGoIsLeft(WhenGone rule) {
        rules.disabled = rule;
        Account readOnly = new Account("1", "ann", "Ann Lee", "ann@example.com", true, false);
        AccountDecision decision =
                rules.accounts().decide(left("disabled").owning(readOnly).candidate());
        assertThat(decision.reason()).isEqualTo(Reason.READ_ONLY);
        assertThat(decision.joins()).isEqualTo(Joins.FROZEN);
        assertThat(decision.operations()).isEmpty();
    }

    @Test
    void somebodyDisabledWhomTheFilterNoLongerFindsIsStillDeactivated() {
        AccountDecision decision = rules.accounts()
                .decide(left("disabled").outOfScope().owning(ACCOUNT).candidate());
        assertThat(decision.reason()).isEqualTo(Reason.DISABLED);
        assertThat(operations(decision)).isEqualTo("deactivate-user");
    }

    @Test
    void somebodyExcludedByNameGoesByThatRuleEvenWhenDisabled() {
        rules.outOfScope = WhenGone.KEEP;
        AccountDecision decision = rules.accounts()
                .decide(left("excluded").disabled().owning(ACCOUNT).candidate());
        assertThat(decision.reason()).isEqualTo(Reason.KEPT);
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"NO_USERNAME", "NO_EMAIL", "ILLEGAL_NAME"})
    void aNameThatCannotBeWrittenMakesNoLeaver(Reason verdict) {
        rules.outOfScope = WhenGone.DELETE;
        AccountDecision decision = rules.accounts()
                .decide(SamplePerson.ann()
                        .called(null)
                        .verdict(verdict)
                        .owning(ACCOUNT)
                        .candidate());
        assertThat(decision.reason()).isEqualTo(verdict);
        assertThat(decision.detail()).isEqualTo("because");
        assertThat(decision.joins()).isEqualTo(Joins.FROZEN);
        assertThat(decision.operations()).isEmpty();
    }

    @Test
    void aProtectedUsernameKeepsItsPersonInEvenUnderAnotherAccountName() {
        rules.outOfScope = WhenGone.DELETE;
        AccountDecision decision = rules.accounts()
                .decide(SamplePerson.ann()
                        .verdict(Reason.PROTECTED)
                        .outOfScope()
                        .owning(SamplePerson.account("ann.old"))
                        .candidate());
        assertThat(decision.reason()).isEqualTo(Reason.PROTECTED);
        assertThat(decision.operations()).isEmpty();
        assertThat(decision.joins()).isEqualTo(Joins.FROZEN);
    }
}
