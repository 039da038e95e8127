package dev.roster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.Account;
import dev.roster.directory.Reason;
import dev.roster.settings.UserRules.ExistingUsers;
import dev.roster.settings.UserRules.WhenGone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An account that another target manages is left to it, however it is met. */
class ClaimsTest {

    private static final Account ACCOUNT = SamplePerson.account("ann");
    private static final String OTHER = "other/jira";

    private final SampleRules rules = new SampleRules();

    static Stream<SamplePerson> claimed() {
        return Stream.of(
                        SamplePerson.ann().owning(ACCOUNT),
                        SamplePerson.ann().called("anna").owning(ACCOUNT),
                        SamplePerson.ann().owning(ACCOUNT).disabled(),
                        SamplePerson.ann().owning(ACCOUNT).outOfScope(),
                        SamplePerson.ann().owning(ACCOUNT).verdict(Reason.DELETED),
                        SamplePerson.ann().meeting(ACCOUNT),
                        SamplePerson.ann().foundByEmail(SamplePerson.account("lee"), 0))
                .map(person -> person.claimedBy(OTHER));
    }

    @ParameterizedTest
    @MethodSource
    void claimed(SamplePerson person) {
        rules.existing = ExistingUsers.ADOPT;
        rules.disabled = WhenGone.DELETE;
        rules.deleted = WhenGone.DELETE;
        rules.outOfScope = WhenGone.DELETE;
        AccountDecision decision = rules.accounts().decide(person.candidate());
        assertThat(decision.reason()).isEqualTo(Reason.CLAIMED);
        assertThat(decision.detail()).isEqualTo("managed by " + OTHER);
        assertThat(decision.joins()).isEqualTo(Joins.FROZEN);
        assertThat(decision.adopts()).isNull();
        assertThat(decision.operations()).isEmpty();
    }

    @Test
    void whomAnotherTargetCreatesInTheSameRunIsNotCreatedTwice() {
        AccountDecision decision =
                rules.accounts().decide(SamplePerson.ann().createdBy(OTHER).candidate());
        assertThat(decision.reason()).isEqualTo(Reason.CLAIMED);
        assertThat(decision.operations()).isEmpty();
    }

    @Test
    void aNewcomerWhoLeavesAgainIsNotSaidToBeClaimed() {
        SamplePerson person =
                SamplePerson.ann().meeting(ACCOUNT).claimedBy(OTHER).disabled();
        assertThat(rules.accounts().decide(person.candidate()).reason()).isEqualTo(Reason.DISABLED);
    }
}
