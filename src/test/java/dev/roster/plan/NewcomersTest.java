package dev.roster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.Account;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import dev.roster.settings.UserRules.ExistingUsers;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NewcomersTest {

    private final SampleRules rules = new SampleRules();

    private AccountDecision decide(SamplePerson person) {
        return rules.accounts().decide(person.candidate());
    }

    private static void leaves(AccountDecision decision, Reason reason) {
        assertThat(decision.reason()).isEqualTo(reason);
        assertThat(decision.joins()).isEqualTo(Joins.FROZEN);
        assertThat(decision.operations()).isEmpty();
        assertThat(decision.adopts()).isNull();
    }

    @Test
    void somebodyWithoutAnAccountGetsOne() {
        AccountDecision decision = decide(SamplePerson.ann());
        assertThat(decision.reason()).isEqualTo(Reason.NO_MATCH);
        assertThat(decision.joins()).isEqualTo(Joins.JOINS);
        assertThat(decision.accountName()).isEqualTo("ann");
        assertThat(decision.accountKey()).isEqualTo("ann");
        Operation create = decision.operations().get(0);
        assertThat(decision.operations()).hasSize(1);
        assertThat(create.kind()).isEqualTo(OperationKind.CREATE_USER);
        assertThat(create.wave()).isEqualTo(Wave.ACCOUNTS);
        assertThat(create.user()).isEqualTo("ann");
        assertThat(create.personId()).isEqualTo("person-1");
        assertThat(create.was()).isEmpty();
        assertThat(create.becomes()).containsEntry("displayName", "Ann Lee").containsEntry("email", "ann@example.com");
        assertThat(create.reason()).isEqualTo(Reason.NO_MATCH);
    }

    @Test
    void anAccountThatIsGoneIsCreatedAgain() {
        AccountDecision decision = decide(SamplePerson.ann().owningNothingThatIsLeft());
        assertThat(decision.operations()).extracting(Operation::kind).containsExactly(OperationKind.CREATE_USER);
    }

    @Test
    void withoutTheRuleNobodyIsCreated() {
        rules.create = false;
        leaves(decide(SamplePerson.ann()), Reason.CREATE_OFF);
    }

    @ParameterizedTest
    @CsvSource({"roster", "ROSTER"})
    void nobodyGetsTheOwnAccountsName(String username) {
        leaves(decide(SamplePerson.ann().called(username)), Reason.OWN_ACCOUNT);
    }

    @Test
    void nobodyIsCreatedUnderAProtectedName() {
        rules.protectedNames = List.of(Pattern.compile("AN.*"));
        leaves(decide(SamplePerson.ann()), Reason.PROTECTED);
    }

    @Test
    void twoPeopleOfOneUsernameAreNotCreated() {
        leaves(decide(SamplePerson.ann().clashing()), Reason.NAME_CLASH);
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"NO_USERNAME", "NO_EMAIL", "ILLEGAL_NAME", "PROTECTED"})
    void whoCannotBeWrittenIsLeftWithTheMappingsReason(Reason verdict) {
        AccountDecision decision = decide(SamplePerson.ann().verdict(verdict));
        leaves(decision, verdict);
        assertThat(decision.detail()).isEqualTo("because");
    }

    @ParameterizedTest
    @EnumSource(
            value = ExistingUsers.class,
            names = {"APPROVE", "ADOPT"})
    void anAccountOfTheUsernameIsTakenOver(ExistingUsers existing) {
        rules.existing = existing;
        AccountDecision decision = decide(SamplePerson.ann().meeting(SamplePerson.account("Ann")));
        assertThat(decision.reason()).isEqualTo(Reason.ADOPTED);
        assertThat(decision.adopts()).isEqualTo("id-of-Ann");
        assertThat(decision.accountName()).isEqualTo("Ann");
        assertThat(decision.accountKey()).isEqualTo("ann");
        assertThat(decision.joins()).isEqualTo(Joins.JOINS);
        assertThat(decision.operations()).isEmpty();
    }

    @Test
    void anAccountThatIsTakenOverIsBroughtInStep() {
        Account other = new Account("1", "ann", "Somebody", null, false, true);
        AccountDecision decision = decide(SamplePerson.ann().meeting(other));
        assertThat(decision.reason()).isEqualTo(Reason.ADOPTED);
        assertThat(decision.operations())
                .extracting(Operation::kind)
                .containsExactlyInAnyOrder(OperationKind.UPDATE_USER, OperationKind.ACTIVATE_USER);
    }

    @Test
    void withSkipAnExistingAccountIsLeft() {
        rules.existing = ExistingUsers.SKIP;
        leaves(decide(SamplePerson.ann().meeting(SamplePerson.account("ann"))), Reason.EXISTING_SKIPPED);
    }

    @Test
    void anAccountThatIsRecordedAsSomebodyElsesIsNeverTakenOver() {
        rules.existing = ExistingUsers.ADOPT;
        leaves(decide(SamplePerson.ann().meeting(SamplePerson.account("ann"), true, false)), Reason.NAME_TAKEN);
    }

    @Test
    void administratorsAreTakenOverOnlyByName() {
        rules.existing = ExistingUsers.ADOPT;
        SamplePerson person = SamplePerson.ann().meeting(SamplePerson.account("ann"), false, true);
        leaves(decide(person), Reason.ADMINISTRATOR);
        rules.adopt = Set.of("ANN");
        assertThat(decide(person).adopts()).isEqualTo("id-of-ann");
    }

    @Test
    void theOwnAccountIsNotTakenOver() {
        rules.adopt = Set.of("roster");
        rules.existing = ExistingUsers.ADOPT;
        leaves(decide(SamplePerson.ann().called("roster").meeting(SamplePerson.account("roster"))), Reason.OWN_ACCOUNT);
    }

    @Test
    void aProtectedAccountIsNotTakenOver() {
        rules.protectedNames = List.of(Pattern.compile("ann"));
        rules.existing = ExistingUsers.ADOPT;
        leaves(decide(SamplePerson.ann().meeting(SamplePerson.account("ann"))), Reason.PROTECTED);
    }

    @Test
    void aReadOnlyAccountIsNotTakenOver() {
        rules.existing = ExistingUsers.ADOPT;
        Account readOnly = new Account("1", "ann", "Ann Lee", "ann@example.com", true, false);
        leaves(decide(SamplePerson.ann().meeting(readOnly)), Reason.READ_ONLY);
    }
}
