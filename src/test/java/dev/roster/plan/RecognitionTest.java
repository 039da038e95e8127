package dev.roster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.Account;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Reason;
import dev.roster.settings.UserRules.ExistingUsers;
import dev.roster.settings.UserRules.Match;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every order of {@code users.match} and every part of it, against what the product may hold. */
class RecognitionTest {

    private final SampleRules rules = new SampleRules();

    private static final Account OTHER = new Account("2", "alee", "A. Lee", "ANN@example.com", true, true);
    private static final Account NAMESAKE = new Account("3", "ann", "Ann Smith", "smith@example.com", true, true);
    private static final Account BOTH = new Account("4", "ann", "Ann Lee", "ann@example.com", true, true);
    private static final Account RECORDED = new Account("5", "anna", "Ann Lee", "ann@example.com", true, true);

    private AccountDecision decide(SamplePerson person) {
        return rules.accounts().decide(person.candidate());
    }

    private static List<Match> order(@Nullable String words) {
        return words == null
                ? List.of()
                : Arrays.stream(words.split(" "))
                        .map(word -> Match.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                        .toList();
    }

    /** What becomes of her: the account that is hers, or the reason why none is. */
    private static String outcome(AccountDecision decision) {
        return decision.adopts() != null
                ? "takes " + decision.accountKey()
                : decision.joins() == Joins.JOINS && decision.reason() != Reason.NO_MATCH
                        ? "has " + decision.accountKey()
                        : decision.reason().word();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            entra-id username email | takes alee     | takes ann  | match-conflict | takes ann
            entra-id email username | takes alee     | takes ann  | match-conflict | takes ann
            username email          | takes alee     | takes ann  | match-conflict | takes ann
            email username          | takes alee     | takes ann  | match-conflict | takes ann
            entra-id username       | no-match       | takes ann  | takes ann      | takes ann
            username                | no-match       | takes ann  | takes ann      | takes ann
            entra-id email          | takes alee     | name-taken | takes alee     | takes ann
            email                   | takes alee     | name-taken | takes alee     | takes ann
            entra-id                | no-match       | name-taken | name-taken     | name-taken
            -                       | no-match       | name-taken | name-taken     | name-taken
            """)
    void withoutARecordWhatFindsAnAccountFirstDecidesUnlessAnotherDisagrees(
            @Nullable String order, String onlyEmail, String onlyName, String twoAccounts, String oneAccount) {
        rules.match = order(order);
        assertThat(outcome(decide(SamplePerson.ann().foundByEmail(OTHER, 0)))).isEqualTo(onlyEmail);
        assertThat(outcome(decide(SamplePerson.ann().meeting(NAMESAKE)))).isEqualTo(onlyName);
        assertThat(outcome(decide(SamplePerson.ann().meeting(NAMESAKE).foundByEmail(OTHER, 0))))
                .isEqualTo(twoAccounts);
        assertThat(outcome(decide(SamplePerson.ann().meeting(BOTH).foundByEmail(BOTH, 0))))
                .isEqualTo(oneAccount);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            entra-id username email | has anna       | has anna
            entra-id                | has anna       | has anna
            entra-id email username | has anna       | has anna
            username entra-id email | match-conflict | has anna
            email entra-id username | has anna       | match-conflict
            username email entra-id | match-conflict | match-conflict
            username email          | match-conflict | match-conflict
            username                | match-conflict | has anna
            email                   | has anna       | match-conflict
            -                       | has anna       | has anna
            """)
    void whatIsRecordedHoldsUnlessSomethingBeforeItFindsAnotherAccount(
            @Nullable String order, String withNamesake, String withAddress) {
        rules.match = order(order);
        assertThat(outcome(decide(SamplePerson.ann().owning(RECORDED).meeting(NAMESAKE))))
                .isEqualTo(withNamesake);
        assertThat(outcome(decide(SamplePerson.ann().owning(RECORDED).foundByEmail(OTHER, 0))))
                .isEqualTo(withAddress);
    }

    @ParameterizedTest
    @CsvSource({"username email,takes ann", "email username,match-conflict", "email,match-conflict"})
    void ofTwoAccountsWithOneAddressTheUsernameTellsOnlyWhenItComesFirst(String order, String outcome) {
        rules.match = order(order);
        assertThat(outcome(decide(SamplePerson.ann().meeting(BOTH).foundByEmail(OTHER, 1))))
                .isEqualTo(outcome);
    }

    @Test
    void aConflictNamesTheAccounts() {
        AccountDecision two = decide(SamplePerson.ann().foundByEmail(OTHER, 2));
        assertThat(two.reason()).isEqualTo(Reason.MATCH_CONFLICT);
        assertThat(two.detail()).isEqualTo("by e-mail: alee and 2 more");
        assertThat(two.joins()).isEqualTo(Joins.FROZEN);
        assertThat(two.operations()).isEmpty();
        assertThat(decide(SamplePerson.ann().meeting(NAMESAKE).foundByEmail(OTHER, 0))
                        .detail())
                .isEqualTo("by username: ann; by e-mail: alee");
        rules.match = order("username");
        assertThat(decide(SamplePerson.ann().owning(RECORDED).meeting(NAMESAKE)).detail())
                .isEqualTo("recorded: anna; by username: ann");
    }

    @Test
    void anAccountThatMatchesSomebodyElseAsWellIsNobodys() {
        for (SamplePerson person : List.of(
                SamplePerson.ann().meetingSought(NAMESAKE), SamplePerson.ann().foundByEmailSought(OTHER))) {
            assertThat(decide(person).reason()).isEqualTo(Reason.MATCH_CONFLICT);
            assertThat(decide(person).detail()).endsWith("matches somebody else, too");
        }
    }

    @Test
    void theNameOfSomebodyElsesAccountDoesNotHideTheirOwn() {
        AccountDecision decision =
                decide(SamplePerson.ann().meeting(NAMESAKE, true, false).foundByEmail(OTHER, 0));
        assertThat(outcome(decision)).isEqualTo("takes alee");
    }

    @Test
    void anAccountFoundByEmailIsRenamedAndSaysHowItWasFound() {
        AccountDecision decision = decide(SamplePerson.ann().foundByEmail(OTHER, 0));
        assertThat(decision.reason()).isEqualTo(Reason.ADOPTED);
        assertThat(decision.detail()).isEqualTo("recognised by e-mail");
        assertThat(decision.accountName()).isEqualTo("ann");
        assertThat(decision.operations())
                .extracting(Operation::kind)
                .containsExactlyInAnyOrder(OperationKind.UPDATE_USER, OperationKind.RENAME_USER);
        assertThat(decide(SamplePerson.ann().meeting(NAMESAKE)).detail()).isEqualTo("recognised by username");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            entra-id username email | email-not-possible
            email                   | email-not-possible
            entra-id username       | no-match
            """)
    void whereEmailsAreNotShownTheyDoNotCountAsAsked(String order, String reason) {
        rules.match = order(order);
        rules.showsEmails = false;
        AccountDecision decision = decide(SamplePerson.ann().foundByEmail(OTHER, 0));
        assertThat(decision.reason().word()).isEqualTo(reason);
        assertThat(decision.operations())
                .singleElement()
                .satisfies(operation -> assertThat(operation.kind()).isEqualTo(OperationKind.CREATE_USER))
                .satisfies(operation -> assertThat(operation.reason().word()).isEqualTo(reason));
    }

    @Test
    void anAccountFoundByEmailIsAdoptedByTheSameRulesAsAnyOther() {
        assertThat(reason(SamplePerson.ann().foundByEmailAdministrator(OTHER))).isEqualTo("administrator");
        rules.adopt = Set.of("ALEE");
        assertThat(reason(SamplePerson.ann().foundByEmailAdministrator(OTHER))).isEqualTo("adopted");
        rules.existing = ExistingUsers.SKIP;
        assertThat(reason(SamplePerson.ann().foundByEmail(OTHER, 0))).isEqualTo("existing-skipped");
        rules.existing = ExistingUsers.ADOPT;
        rules.protectedNames = List.of(Pattern.compile("al.*"));
        assertThat(reason(SamplePerson.ann().foundByEmail(OTHER, 0))).isEqualTo("protected");
        Account own = new Account("9", SampleRules.OWN_ACCOUNT, "Roster", "ann@example.com", true, true);
        assertThat(reason(SamplePerson.ann().foundByEmail(own, 0))).isEqualTo("own-account");
    }

    private String reason(SamplePerson person) {
        return decide(person).reason().word();
    }
}
