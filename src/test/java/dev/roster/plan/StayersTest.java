package dev.roster.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.roster.directory.Account;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StayersTest {

    private final SampleRules rules = new SampleRules();

    private AccountDecision decide(Account account) {
        return rules.accounts().decide(SamplePerson.ann().owning(account).candidate());
    }

    private static Account account(@Nullable String display, @Nullable String email, boolean active) {
        return new Account("1", "ann", display, email, active, true);
    }

    private static String kinds(AccountDecision decision) {
        return decision.operations().stream().map(o -> o.kind().word()).collect(Collectors.joining(" "));
    }

    @Test
    void anAccountThatIsAsItShouldBeIsLeft() {
        AccountDecision decision = decide(SamplePerson.account("ann"));
        assertThat(decision.reason()).isEqualTo(Reason.UNCHANGED);
        assertThat(decision.joins()).isEqualTo(Joins.JOINS);
        assertThat(decision.operations()).isEmpty();
        assertThat(decision.adopts()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Ann Lee | ann@example.com | -               | unchanged | ''
            Ann Lee | ANN@example.com | -               | unchanged | ''
            ann lee | ann@example.com | -               | changed   | update-user
            Ann Lee | ann@old.example | -               | changed   | update-user
            -       | ann@example.com | -               | unchanged | ''
            Ann Lee | -               | -               | unchanged | ''
            Ann Lee | -               | ann@example.com | unchanged | ''
            Ann Lee | -               | ANN@EXAMPLE.COM | unchanged | ''
            Ann Lee | -               | ann@old.example | changed   | update-user
            Ann Lee | ann@example.com | ann@old.example | unchanged | ''
            """)
    void aDifferenceIsWhatTheProductShowsOrWhatWasLastWritten(
            @Nullable String display,
            @Nullable String email,
            @Nullable String written,
            String reason,
            String operations) {
        AccountDecision decision = rules.accounts()
                .decide(SamplePerson.ann()
                        .owning(account(display, email, true), true, written)
                        .candidate());
        assertThat(decision.reason().word()).isEqualTo(reason);
        assertThat(kinds(decision)).isEqualTo(operations);
    }

    @Test
    void anUpdateSaysWhatWasThereAndSendsBothNameAndAddress() {
        Operation update = decide(account("Ann Smith", "ann@example.com", true))
                .operations()
                .get(0);
        assertThat(update.was()).containsOnlyKeys("displayName").containsEntry("displayName", "Ann Smith");
        assertThat(update.becomes()).containsEntry("displayName", "Ann Lee").containsEntry("email", "ann@example.com");
        assertThat(update.reason()).isEqualTo(Reason.CHANGED);
    }

    @ParameterizedTest
    @CsvSource({
        "true,  true,  changed,      update-user",
        "false, true,  update-off,   ''",
        "true,  false, not-possible, ''",
        "false, false, update-off,   ''"
    })
    void whatDiffersIsWrittenWhereRulesAndProductAllow(
            boolean update, boolean canUpdate, String reason, String operations) {
        rules.update = update;
        rules.canUpdate = canUpdate;
        AccountDecision decision = decide(account("Somebody", "ann@example.com", true));
        assertThat(decision.reason().word()).isEqualTo(reason);
        assertThat(kinds(decision)).isEqualTo(operations);
        assertThat(decision.joins()).isEqualTo(Joins.JOINS);
    }

    @ParameterizedTest
    @CsvSource({
        "true,  true,  active-again, activate-user",
        "false, true,  activate-off, ''",
        "true,  false, not-possible, ''",
        "false, false, activate-off, ''"
    })
    void aReturningPersonIsActivatedWhereRulesAndProductAllow(
            boolean activate, boolean canDeactivate, String reason, String operations) {
        rules.activate = activate;
        rules.canDeactivate = canDeactivate;
        AccountDecision decision = decide(account("Ann Lee", "ann@example.com", false));
        assertThat(decision.reason().word()).isEqualTo(reason);
        assertThat(kinds(decision)).isEqualTo(operations);
    }

    @Test
    void aChangedUsernameRenamesTheAccountAndItsMembershipsGoByBothNames() {
        AccountDecision decision = decide(SamplePerson.account("Ann.Smith"));
        assertThat(decision.reason()).isEqualTo(Reason.CHANGED);
        assertThat(decision.accountKey()).isEqualTo("ann.smith");
        assertThat(decision.accountName()).isEqualTo("ann");
        Operation rename = decision.operations().get(0);
        assertThat(rename.kind()).isEqualTo(OperationKind.RENAME_USER);
        assertThat(rename.user()).isEqualTo("Ann.Smith");
        assertThat(rename.becomes()).containsEntry("name", "ann");
    }

    @Test
    void whatElseChangesGoesByTheNameBeforeTheRename() {
        Account before = new Account("1", "ann.smith", "Ann Smith", "ann@example.com", false, true);
        assertThat(decide(before).operations())
                .extracting(Operation::kind, Operation::user, Operation::wave)
                .containsExactlyInAnyOrder(
                        tuple(OperationKind.UPDATE_USER, "ann.smith", Wave.ACCOUNTS),
                        tuple(OperationKind.ACTIVATE_USER, "ann.smith", Wave.ACCOUNTS),
                        tuple(OperationKind.RENAME_USER, "ann.smith", Wave.ACCOUNTS_RENAMED));
        assertThat(Wave.ACCOUNTS_RENAMED).isGreaterThan(Wave.ACCOUNTS).isLessThan(Wave.MEMBERSHIPS_ADDED);
    }

    @Test
    void anotherSpellingOfTheSameNameIsNoRename() {
        AccountDecision decision = decide(SamplePerson.account("ANN"));
        assertThat(decision.operations()).isEmpty();
        assertThat(decision.accountName()).isEqualTo("ANN");
    }

    @Test
    void withoutTheRuleTheAccountKeepsItsName() {
        rules.renames = false;
        leavesTheName(decide(SamplePerson.account("ann.smith")), "users.rename is false");
    }

    @Test
    void allThatIsLeftAsItIsIsTold() {
        rules.renames = false;
        rules.canUpdate = false;
        rules.canDeactivate = false;
        AccountDecision decision = decide(new Account("1", "ann.smith", "Ann Smith", "ann@example.com", false, true));
        assertThat(decision.reason()).isEqualTo(Reason.NOT_POSSIBLE);
        assertThat(decision.detail())
                .isEqualTo("this version of the product cannot change names and addresses; users.rename is false;"
                        + " this product cannot activate accounts");
        assertThat(decision.operations()).isEmpty();
    }

    @Test
    void aNameThatALocalAccountHasIsNotRenamedTo() {
        leavesTheName(
                rules.accounts()
                        .decide(SamplePerson.ann()
                                .owning(SamplePerson.account("ann.smith"))
                                .meeting(SamplePerson.account("ann"))
                                .candidate()),
                "ann is taken");
    }

    @Test
    void aNameThatSomebodyElseMayBeAboutToGiveUpIsPlannedFor() {
        AccountDecision decision = rules.accounts()
                .decide(SamplePerson.ann()
                        .owning(SamplePerson.account("ann.smith"))
                        .meeting(SamplePerson.account("ann"), true, false)
                        .candidate());
        assertThat(kinds(decision)).isEqualTo("rename-user");
    }

    @Test
    void noAccountIsRenamedToAProtectedName() {
        rules.protectedNames = List.of(Pattern.compile("ann"));
        leavesTheName(decide(SamplePerson.account("ann.smith")), "ann is protected");
    }

    private static void leavesTheName(AccountDecision decision, String detail) {
        assertThat(decision.detail()).isEqualTo(detail);
        assertThat(decision.reason()).isEqualTo(Reason.RENAME_LEFT);
        assertThat(decision.operations()).isEmpty();
        assertThat(decision.accountName()).isEqualTo("ann.smith");
        assertThat(decision.joins()).isEqualTo(Joins.JOINS);
    }

    @Test
    void aReadOnlyAccountIsLeftWithItsMemberships() {
        AccountDecision decision = decide(new Account("1", "ann", "Somebody", "x@example.com", false, false));
        assertThat(decision.reason()).isEqualTo(Reason.READ_ONLY);
        assertThat(decision.joins()).isEqualTo(Joins.FROZEN);
        assertThat(decision.operations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Svc-Ann, protected", "ROSTER, own-account"})
    void protectedAccountsAndTheOwnOneAreLeft(String name, String reason) {
        rules.protectedNames = List.of(Pattern.compile("svc-.*"));
        Account account = new Account("1", name, "Somebody", "x@example.com", false, true);
        AccountDecision decision = decide(account);
        assertThat(decision.reason().word()).isEqualTo(reason);
        assertThat(decision.joins()).isEqualTo(Joins.FROZEN);
        assertThat(decision.operations()).isEmpty();
    }

    @Test
    void twoPeopleOfOneUsernameAreBothLeft() {
        AccountDecision decision = rules.accounts()
                .decide(SamplePerson.ann()
                        .owning(account("Somebody", "x@example.com", false))
                        .clashing()
                        .candidate());
        assertThat(decision.reason()).isEqualTo(Reason.NAME_CLASH);
        assertThat(decision.joins()).isEqualTo(Joins.FROZEN);
        assertThat(decision.operations()).isEmpty();
    }

    @Test
    void aPatternThatCannotCopeWithANameProtectsIt() {
        rules.protectedNames = List.of(Pattern.compile("(a|aa)+(b)\\2"));
        AccountDecision decision = decide(new Account("1", "a".repeat(60), "Somebody", null, true, true));
        assertThat(decision.reason()).isEqualTo(Reason.PROTECTED);
    }
}
