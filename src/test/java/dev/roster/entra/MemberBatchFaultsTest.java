package dev.roster.entra;

import static dev.roster.entra.BatchAnswers.batch;
import static dev.roster.entra.BatchAnswers.error;
import static dev.roster.entra.BatchAnswers.page;
import static dev.roster.entra.BatchAnswers.part;
import static dev.roster.entra.BatchAnswers.throttled;
import static dev.roster.entra.BatchAnswers.users;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.directory.GroupMembers;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberBatchFaultsTest {

    private static final String HOST = "https://graph.microsoft.com";
    private static final String NEXT = HOST + "/v1.0/groups/a/members?$select=id&$top=999&$skiptoken=";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-09T02:00:00Z"), ZoneOffset.UTC);
    private static final GraphLink GUARD = new GraphLink(URI.create(HOST));

    private static MemberBatch of(String... ids) {
        return MemberBatch.of(List.of(ids), GUARD, CLOCK).get(0);
    }

    private static List<String> urls(MemberBatch batch) {
        return batch.body().requests().stream().map(MemberBatch.Part::url).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aFaultOfGraphIsBorneAFewTimesInARow(int status) {
        MemberBatch batch = of("a");
        for (int i = 0; i < 6; i++) {
            batch = batch.absorb(batch(List.of(error("1", status, "UnknownError"))));
        }
        MemberBatch last = batch;

        PartFailed failed = catchThrowableOfType(
                PartFailed.class, () -> last.absorb(batch(List.of(error("1", status, "UnknownError")))));
        assertThat(failed.groupId()).isEqualTo("a");
        assertThat(failed.status()).isEqualTo(status);
        assertThat(failed.code()).isEqualTo("UnknownError");
        assertThat(failed).hasMessageNotContaining("canary");
    }

    @Test
    void aPageForgivesTheFaultsBeforeIt() {
        MemberBatch batch = of("a");
        for (int page = 2; page < 6; page++) {
            for (int i = 0; i < 6; i++) {
                batch = batch.absorb(batch(List.of(error("1", 500, "UnknownError"))));
            }
            batch = batch.absorb(batch(List.of(page("1", users("u" + page), NEXT + page))));
        }
        assertThat(batch.isOpen()).isTrue();
    }

    @Test
    void throttlingIsBorneLongButNotForEver() {
        MemberBatch batch = of("a");
        for (int i = 0; i < 40; i++) {
            batch = batch.absorb(batch(List.of(throttled("1", 429, "10"))));
        }
        MemberBatch last = batch;

        assertThatThrownBy(() -> last.absorb(batch(List.of(throttled("1", 429, "10")))))
                .isInstanceOf(PartFailed.class);
    }

    @Test
    void nobodyWaitsForHours() {
        assertThatThrownBy(() -> of("a").absorb(batch(List.of(throttled("1", 429, "901")))))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("PT15M1S");
    }

    @Test
    void aGroupThatIsGoneMeanwhileIsNoError() {
        MemberBatch done =
                of("a", "b").absorb(batch(List.of(error("1", 404, "Request_ResourceNotFound"), page("2", users("u")))));

        assertThat(done.vanished()).containsExactly("a");
        assertThat(done.complete()).extracting(GroupMembers::groupId).containsExactly("b");
        assertThat(done.isOpen()).isFalse();
    }

    @Test
    void aGroupMayGoBetweenItsPages() {
        MemberBatch done = of("a").absorb(batch(List.of(page("1", users("u"), NEXT + "2"))))
                .absorb(batch(List.of(error("1", 404, "Request_ResourceNotFound"))));

        assertThat(done.vanished()).containsExactly("a");
        assertThat(done.complete()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, Request_BadRequest",
        "403, Authorization_RequestDenied",
        "404, UnknownError",
        "424, FailedDependency",
        "501, NotImplemented",
        "302, Found"
    })
    void whatAskingAgainWouldNotMendFails(int status, String code) {
        PartFailed failed = catchThrowableOfType(
                PartFailed.class,
                () -> of("a", "b").absorb(batch(List.of(page("1", users()), error("2", status, code)))));

        assertThat(failed.groupId()).isEqualTo("b");
        assertThat(failed.status()).isEqualTo(status);
        assertThat(failed.code()).isEqualTo(code);
    }

    @Test
    void aRefusedTokenIsToBeRenewedAndThatPartAskedAgain() {
        MemberBatch batch = of("a", "b")
                .absorb(batch(List.of(page("1", users("u")), error("2", 401, "InvalidAuthenticationToken"))));

        assertThat(batch.tokenRefused()).isTrue();
        assertThat(urls(batch)).containsExactly("/groups/b/members?$select=id&$top=999");
        MemberBatch done = batch.absorb(batch(List.of(page("1", users("v")))));
        assertThat(done.tokenRefused()).isFalse();
        assertThat(done.complete()).extracting(GroupMembers::groupId).containsExactly("b");
    }

    @Test
    void aTokenThatIsRefusedAgainFails() {
        MemberBatch refused = of("a").absorb(batch(List.of(error("1", 401, "InvalidAuthenticationToken"))));
        MemberBatch throttled = refused.absorb(batch(List.of(throttled("1", 429, "1"))));

        for (MemberBatch batch : List.of(refused, throttled)) {
            PartFailed failed = catchThrowableOfType(
                    PartFailed.class,
                    () -> batch.absorb(batch(List.of(error("1", 401, "InvalidAuthenticationToken")))));
            assertThat(failed.status()).isEqualTo(401);
            assertThat(failed.groupId()).isEqualTo("a");
        }
    }

    @Test
    void aTokenMayEndAtAnyOfManyPages() {
        MemberBatch batch = of("a");
        for (int page = 2; page < 6; page++) {
            batch = batch.absorb(batch(List.of(error("1", 401, "InvalidAuthenticationToken"))));
            batch = batch.absorb(batch(List.of(page("1", users("u" + page), NEXT + page))));
        }
        assertThat(batch.isOpen()).isTrue();
    }

    @Test
    void aForgottenPageMakesTheGroupBeginAnew() {
        MemberBatch batch = of("a").absorb(batch(List.of(page("1", users("old"), NEXT + "2"))));
        batch = batch.absorb(batch(List.of(error("1", 400, "Directory_ExpiredPageToken"))));

        assertThat(urls(batch)).containsExactly("/groups/a/members?$select=id&$top=999");
        assertThat(batch.absorb(batch(List.of(page("1", users("u"))))).complete())
                .containsExactly(new GroupMembers("a", List.of("u"), List.of(), 0));
    }

    @Test
    void aPageThatIsForgottenAgainAndAgainFails() {
        MemberBatch batch = of("a");
        for (int i = 0; i < 3; i++) {
            batch = batch.absorb(batch(List.of(page("1", users("u"), NEXT + "2"))));
            batch = batch.absorb(batch(List.of(error("1", 400, "Directory_ExpiredPageToken"))));
        }
        MemberBatch last = batch.absorb(batch(List.of(page("1", users("u"), NEXT + "2"))));

        assertThatThrownBy(() -> last.absorb(batch(List.of(error("1", 400, "Directory_ExpiredPageToken")))))
                .isInstanceOf(PartFailed.class);
    }

    @Test
    void pagesThatLeadInACircleFail() {
        MemberBatch batch = of("a").absorb(batch(List.of(page("1", users("u"), NEXT + "2"))))
                .absorb(batch(List.of(page("1", users("u"), NEXT + "3"))));

        assertThatThrownBy(() -> batch.absorb(batch(List.of(page("1", users("u"), NEXT + "2")))))
                .isInstanceOf(PagingLoop.class);
    }

    @Test
    void aPageElsewhereIsNotAskedFor() {
        String foreign = "https://evil.example/v1.0/groups/a/members?$skiptoken=2";

        assertThatThrownBy(() -> of("a").absorb(batch(List.of(page("1", users("u"), foreign)))))
                .isInstanceOf(ForeignLink.class);
    }

    @Test
    void anAnswerThatDoesNotFitTheQuestionIsRefused() {
        Map<String, Object> one = page("1", users());
        Map<String, Object> noStatus = Map.of("id", "1", "body", Map.of("value", List.of()));
        List<Map<String, Object>> misfits = List.of(
                batch(List.of()),
                batch(List.of(one)),
                batch(List.of(one, one)),
                batch(List.of(one, page("3", users()))),
                batch(List.of(one, page("2", users()), page("3", users()))),
                batch(List.of(one, page("02", users()))),
                batch(List.of(noStatus, page("2", users()))),
                Map.of("responses", "none"),
                Map.of());

        for (Map<String, Object> misfit : misfits) {
            assertThatThrownBy(() -> of("a", "b").absorb(misfit))
                    .as("%s", misfit)
                    .isInstanceOf(MalformedAnswer.class);
        }
        assertThatThrownBy(() -> of("a").absorb(null)).isInstanceOf(MalformedAnswer.class);
    }

    @Test
    void aPartWithoutAListIsNotAnEmptyGroup() {
        List<Map<String, Object>> misfits = List.of(
                part("1", 200, Map.of(), Map.of()),
                part("1", 200, Map.of(), Map.of("error", Map.of("code", "x"))),
                Map.of("id", "1", "status", 200),
                Map.of("id", "1", "status", 200, "body", "PGh0bWw+"));

        for (Map<String, Object> misfit : misfits) {
            assertThatThrownBy(() -> of("a").absorb(batch(List.of(misfit))))
                    .as("%s", misfit)
                    .isInstanceOf(MalformedAnswer.class);
        }
    }

    @Test
    void aMemberThatDoesNotSayWhatItIsSpoilsTheAnswer() {
        for (Map<String, Object> member :
                List.<Map<String, Object>>of(Map.of("id", "u"), Map.of("@odata.type", "#microsoft.graph.user"))) {
            assertThatThrownBy(() -> of("a").absorb(batch(List.of(page("1", List.of(member))))))
                    .isInstanceOf(MalformedAnswer.class);
        }
    }
}
