package dev.roster.entra;

import static dev.roster.entra.BatchAnswers.batch;
import static dev.roster.entra.BatchAnswers.error;
import static dev.roster.entra.BatchAnswers.member;
import static dev.roster.entra.BatchAnswers.page;
import static dev.roster.entra.BatchAnswers.throttled;
import static dev.roster.entra.BatchAnswers.users;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.directory.GroupMembers;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemberBatchTest {

    private static final String HOST = "https://graph.microsoft.com";
    private static final String NEXT = HOST + "/v1.0/groups/a/members?$select=id&$top=999&$skiptoken=";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-09T02:00:00Z"), ZoneOffset.UTC);
    private static final GraphLink GUARD = new GraphLink(URI.create(HOST));

    private static List<MemberBatch> batches(List<String> ids) {
        return MemberBatch.of(ids, GUARD, CLOCK);
    }

    private static MemberBatch of(String... ids) {
        return batches(List.of(ids)).get(0);
    }

    private static List<String> urls(MemberBatch batch) {
        return batch.body().requests().stream().map(MemberBatch.Part::url).toList();
    }

    @Test
    void groupsAreReadInTwenties() {
        List<String> ids = IntStream.range(0, 45).mapToObj(i -> "g" + i).toList();

        assertThat(batches(ids)).extracting(MemberBatch::openParts).containsExactly(20, 20, 5);
        assertThat(batches(List.of())).isEmpty();
        assertThat(batches(List.of("a", "b", "a")))
                .singleElement()
                .extracting(MemberBatch::openParts)
                .isEqualTo(2);
    }

    @Test
    void aPartIsAnAddressRelativeToTheVersion() {
        assertThat(of("a", "b c/d?e&f").body().requests())
                .containsExactly(
                        new MemberBatch.Part("1", "GET", "/groups/a/members?$select=id&$top=999"),
                        new MemberBatch.Part("2", "GET", "/groups/b%20c%2Fd%3Fe%26f/members?$select=id&$top=999"));
    }

    @Test
    void responsesBelongToTheirPartsInAnyOrder() {
        MemberBatch done = of("a", "b", "c")
                .absorb(batch(List.of(page("3", users("u3")), page("1", users("u1")), page("2", users()))));

        assertThat(done.isOpen()).isFalse();
        assertThat(done.pause()).isZero();
        assertThat(done.complete())
                .containsExactly(
                        new GroupMembers("a", List.of("u1"), List.of(), 0),
                        new GroupMembers("b", List.of(), List.of(), 0),
                        new GroupMembers("c", List.of("u3"), List.of(), 0));
    }

    @Test
    void membersAreToldApartByTheirType() {
        List<Map<String, Object>> members = List.of(
                member("user", "u"),
                member("group", "g"),
                member("device", "d"),
                member("servicePrincipal", "s"),
                member("orgContact", "o"));

        assertThat(of("a").absorb(batch(List.of(page("1", members)))).complete())
                .containsExactly(new GroupMembers("a", List.of("u"), List.of("g"), 3));
    }

    @Test
    void aGroupIsOnlyGivenOutWithAllItsPages() {
        MemberBatch second =
                of("a", "b").absorb(batch(List.of(page("1", users("u1", "u2"), NEXT + "2"), page("2", users("v1")))));

        assertThat(second.complete()).extracting(GroupMembers::groupId).containsExactly("b");
        assertThat(urls(second)).containsExactly("/groups/a/members?$select=id&$top=999&$skiptoken=2");
        assertThat(second.pause()).isZero();

        MemberBatch third = second.absorb(batch(List.of(page("1", users(), NEXT + "3"))));
        assertThat(third.complete()).isEmpty();

        MemberBatch last = third.absorb(batch(List.of(page("1", users("u2", "u3")))));
        assertThat(last.complete()).containsExactly(new GroupMembers("a", List.of("u1", "u2", "u3"), List.of(), 0));
        assertThat(last.isOpen()).isFalse();
    }

    @Test
    void aRoundDoesNotChangeTheOneBefore() {
        MemberBatch first = of("a", "b");
        Map<String, Object> answer = batch(List.of(page("1", users("u1"), NEXT + "2"), page("2", users())));
        MemberBatch second = first.absorb(answer);
        second.absorb(batch(List.of(page("1", users("u2")))));

        assertThat(first.openParts()).isEqualTo(2);
        assertThat(first.absorb(answer).complete()).isEqualTo(second.complete());
        assertThat(second.absorb(batch(List.of(page("1", users("u3"))))).complete())
                .containsExactly(new GroupMembers("a", List.of("u1", "u3"), List.of(), 0));
    }

    @Test
    void throttledPartsComeAgainAfterTheLongestWait() {
        MemberBatch again = of("a", "b", "c", "d")
                .absorb(batch(List.of(
                        throttled("1", 429, "7"),
                        page("2", users("u")),
                        throttled("3", 503, "31,120"),
                        throttled("4", 429, "2.5"))));

        assertThat(again.pause()).isEqualTo(Duration.ofSeconds(120));
        assertThat(again.complete()).extracting(GroupMembers::groupId).containsExactly("b");
        assertThat(again.body().requests()).extracting(MemberBatch.Part::id).containsExactly("1", "2", "3");
        assertThat(urls(again)).allMatch(url -> url.matches("/groups/[acd]/members.*"));
    }

    @Test
    void aWaitMayBeADate() {
        MemberBatch again = of("a").absorb(batch(List.of(throttled("1", 429, "Fri, 9 Jan 2026 02:00:45 GMT"))));

        assertThat(again.pause()).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void withoutAWishTheWaitDoublesFromTryToTry() {
        MemberBatch batch = of("a");
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32}) {
            batch = batch.absorb(batch(List.of(error("1", 503, "serviceNotAvailable"))));
            assertThat(batch.pause()).isEqualTo(Duration.ofSeconds(seconds));
        }
    }
}
