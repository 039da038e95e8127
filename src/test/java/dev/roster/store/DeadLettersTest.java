package dev.roster.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.OperationStatus;
import dev.roster.directory.Outcome;
import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import dev.roster.store.DeadLetters.DeadLetter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class DeadLettersTest {

    private final Tables tables;
    private final Run run;
    private final RunTarget target;

    DeadLettersTest(Database database) {
        tables = new Tables(database.withTables());
        run = tables.run();
        target = run.targets().get(0);
    }

    private Operation planned(OperationKind kind, String user) {
        tables.operations.plan(
                run,
                List.of(new Operation(
                        0,
                        target.no(),
                        Wave.ACCOUNTS,
                        kind,
                        user,
                        null,
                        "person-" + user,
                        null,
                        Map.of(),
                        Map.of("email", "x@example.com"),
                        Reason.NO_MATCH)));
        return tables.operations.next(run, target).stream()
                .filter(operation -> user.equals(operation.user()))
                .findFirst()
                .orElseThrow();
    }

    private void ends(OperationKind kind, String user, OperationStatus status, int httpStatus) {
        tables.operations.record(
                run,
                target,
                List.of(new Outcome(
                        planned(kind, user),
                        status,
                        null,
                        2,
                        httpStatus,
                        httpStatus == 0 ? "no answer" : "HTTP " + httpStatus,
                        null,
                        null)),
                true);
    }

    private DeadLetter only() {
        List<DeadLetter> letters = tables.deadLetters.list(null, null);
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    @Test
    void aFailedOperationIsKeptWithWhatIsKnown() {
        ends(OperationKind.CREATE_USER, "ann", OperationStatus.DEAD, 400);
        DeadLetter letter = only();
        assertThat(letter.connection()).isEqualTo("acme");
        assertThat(letter.target()).isEqualTo("jira");
        assertThat(letter.kind()).isEqualTo("create-user");
        assertThat(letter.user()).isEqualTo("ann");
        assertThat(letter.group()).isNull();
        assertThat(letter.state()).isEqualTo("open");
        assertThat(letter.run()).isEqualTo(run.id());
        assertThat(letter.status()).isEqualTo(400);
        assertThat(letter.error()).isEqualTo("HTTP 400");
        assertThat(letter.attempts()).isEqualTo(2);
        assertThat(letter.nextAt().toInstant()).isEqualTo(tables.now().plus(Duration.ofHours(1)));
    }

    @Test
    void withoutAnAnswerThereIsNoStatus() {
        ends(OperationKind.CREATE_USER, "ann", OperationStatus.DEAD, 0);
        assertThat(only().status()).isNull();
    }

    @Test
    void theWaitDoublesWithEachFailureUpToADay() {
        for (int hours : new int[] {1, 2, 4, 8, 16, 24, 24, 24}) {
            ends(OperationKind.CREATE_USER, "ann", OperationStatus.DEAD, 400);
            assertThat(Duration.between(tables.now(), only().nextAt().toInstant()))
                    .isEqualTo(Duration.ofHours(hours));
            tables.pass(Duration.ofDays(2));
        }
        assertThat(only().failedRuns()).isEqualTo(8);
    }

    @Test
    void aSuccessClosesTheLetterOfItsKindAndObjectAlone() {
        ends(OperationKind.CREATE_USER, "ann", OperationStatus.DEAD, 400);
        ends(OperationKind.CREATE_USER, "bob", OperationStatus.DEAD, 400);
        ends(OperationKind.UPDATE_USER, "ann", OperationStatus.DEAD, 400);
        ends(OperationKind.CREATE_USER, "ann", OperationStatus.DONE, 0);
        assertThat(tables.deadLetters.list("acme", "jira"))
                .extracting(letter -> letter.kind() + " " + letter.user())
                .containsExactlyInAnyOrder("create-user bob", "update-user ann");
    }

    @Test
    void lettersAreListedByConnectionAndTarget() {
        ends(OperationKind.CREATE_USER, "ann", OperationStatus.DEAD, 400);
        assertThat(tables.deadLetters.list("acme", null)).hasSize(1);
        assertThat(tables.deadLetters.list(null, "jira")).hasSize(1);
        assertThat(tables.deadLetters.list("other", null)).isEmpty();
        assertThat(tables.deadLetters.list("acme", "confluence")).isEmpty();
    }

    @Test
    void aLetterIsTriedAgainOrSilencedOnRequest() {
        ends(OperationKind.CREATE_USER, "ann", OperationStatus.DEAD, 400);
        long id = only().id();
        assertThat(tables.deadLetters.discard(List.of(id), "known")).isEqualTo(1);
        assertThat(only().state()).isEqualTo("discarded");
        assertThat(only().discardedBecause()).isEqualTo("known");
        tables.pass(Duration.ofMinutes(5));
        assertThat(tables.deadLetters.retry(List.of(id))).isEqualTo(1);
        assertThat(only().state()).isEqualTo("open");
        assertThat(only().discardedBecause()).isNull();
        assertThat(only().nextAt().toInstant()).isEqualTo(tables.now());
        assertThat(tables.deadLetters.retry(List.of(id + 1))).isZero();
        assertThat(tables.deadLetters.retry(List.of())).isZero();
    }
}
