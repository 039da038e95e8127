package dev.roster.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.delivery.Redaction;
import dev.roster.directory.Delivery;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.OperationStatus;
import dev.roster.directory.Outcome;
import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

    private final Answers answers = new Answers();
    private final Outcomes outcomes = new Outcomes(new Redaction(List.of("s3cret")));

    private static Exchange exchange(OperationKind kind, @Nullable Exception failure, String... users) {
        Delivery delivery = Pages.delivery(kind, Map.of(), users);
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setVariable("product", new Bitbucket());
        exchange.setVariable("delivery", delivery);
        exchange.setVariable("operation", delivery.first());
        exchange.setException(failure);
        return exchange;
    }

    private static Exception answer(int status, String body) {
        return new HttpOperationFailedException("http://h/?password=p", status, "", null, Map.of(), body);
    }

    private static Operation member(String user, String group) {
        return new Operation(
                0,
                1,
                Wave.MEMBERSHIPS_ADDED,
                OperationKind.ADD_MEMBER,
                user,
                group,
                null,
                null,
                Map.of(),
                Map.of(),
                Reason.MEMBER_IN_ENTRA);
    }

    @Test
    void operationsOfOneGroupGoTogetherAsFarAsTheProductTakesThem() {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            operations.add(member("u" + i, "big"));
        }
        operations.add(member("ann", "small"));
        assertThat(answers.together(operations, new Bitbucket()))
                .extracting(delivery -> delivery.operations().size())
                .containsExactly(100, 100, 50, 1);
        assertThat(answers.together(operations, new Jira())).hasSize(251);
        assertThat(answers.together(operations, new Bitbucket()).stream()
                        .flatMap(delivery -> delivery.operations().stream()))
                .containsExactlyInAnyOrderElementsOf(operations);
    }

    @Test
    void refusedTogetherTheyAreTriedApart() {
        Exchange several = exchange(OperationKind.ADD_MEMBER, answer(404, ""), "ann", "bob");
        assertThat(answers.severalRefused(several)).isTrue();
        assertThat(answers.apart(Pages.delivery(OperationKind.ADD_MEMBER, Map.of(), "ann", "bob")))
                .extracting(delivery -> delivery.first().user())
                .containsExactly("ann", "bob");
        assertThat(answers.severalRefused(exchange(OperationKind.ADD_MEMBER, answer(404, ""), "ann")))
                .isFalse();
        assertThat(answers.severalRefused(exchange(OperationKind.ADD_MEMBER, answer(503, ""), "ann", "bob")))
                .isFalse();
    }

    @Test
    void aFailureWithoutAnAnswerSettlesNothing() {
        Exchange lost = exchange(OperationKind.DELETE_USER, new SocketTimeoutException());
        assertThat(answers.settled(lost)).isFalse();
        assertThat(answers.doubtful(lost)).isFalse();
        assertThat(answers.settled(exchange(OperationKind.DELETE_USER, answer(404, ""))))
                .isTrue();
        assertThat(answers.doubtful(exchange(OperationKind.CREATE_USER, answer(409, ""))))
                .isTrue();
    }

    @Test
    void aDeadOperationKeepsItsStatusAndTheRedactedAnswer() {
        Outcome dead = outcomes.dead(exchange(OperationKind.CREATE_USER, answer(400, "bad s3cret\nhere")))
                .get(0);
        assertThat(dead.status()).isEqualTo(OperationStatus.DEAD);
        assertThat(dead.httpStatus()).isEqualTo(400);
        assertThat(dead.error()).isEqualTo("HTTP 400");
        assertThat(dead.response()).isEqualTo("bad *** here");
    }

    @Test
    void aDeadOperationWithoutAnAnswerSaysSo() {
        Outcome dead = outcomes.dead(exchange(OperationKind.CREATE_USER, new SocketTimeoutException("to s3cret")))
                .get(0);
        assertThat(dead.httpStatus()).isZero();
        assertThat(dead.error()).isEqualTo("no answer (SocketTimeoutException)");
    }

    @Test
    void whatIsDoneIsDoneForEachOfThem() {
        assertThat(outcomes.done(exchange(OperationKind.ADD_MEMBER, null, "ann", "bob")))
                .extracting(outcome -> outcome.operation().user() + " " + outcome.status())
                .containsExactly("ann DONE", "bob DONE");
    }

    @Test
    void whatWasNotTriedIsSkipped() {
        Outcome skipped =
                outcomes.notTried(exchange(OperationKind.DELETE_USER, null)).get(0);
        assertThat(skipped.status()).isEqualTo(OperationStatus.SKIPPED);
        assertThat(skipped.reason()).isEqualTo(Reason.NOT_TRIED);
    }

    @ParameterizedTest
    @CsvSource({
        "create-user,   true,  1, false",
        "create-user,   true,  2, true",
        "create-user,   false, 2, false",
        "create-group,  true,  1, false",
        "create-group,  true,  2, true",
        "add-member,    true,  1, true",
        "add-member,    false, 1, false",
        "remove-member, true,  1, false",
        "remove-member, false, 1, true",
        "delete-user,   false, 1, true",
        "delete-group,  true,  1, false"
    })
    void aCreationHoldsOnlyIfAnEarlierTryMayHaveMadeIt(String kind, boolean there, int tries, boolean holds) {
        Exchange exchange = exchange(OperationKind.of(kind), null);
        exchange.setProperty("RosterAttempts", tries);
        exchange.getMessage().setBody(there);
        assertThat(outcomes.holds(exchange)).isEqualTo(holds);
    }
}
