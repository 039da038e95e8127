package dev.roster.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.store.DeadLetters.DeadLetter;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadLetterCauseTest {

    private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-01-09T02:00:00Z");

    private static DeadLetter letter(
            long id, String target, String kind, String state, @Nullable Integer status, String error) {
        OffsetDateTime at = TIME.minusHours(id);
        return new DeadLetter(
                id,
                "acme",
                target,
                kind,
                "user" + id,
                null,
                state,
                1,
                1,
                1,
                status,
                error,
                "answer " + id,
                at,
                at,
                at,
                null);
    }

    @Test
    void lettersThatFailedInTheSameWayAreOneCauseAndTheCommonestComesFirst() {
        List<DeadLetterCause> causes = DeadLetterCause.of(List.of(
                letter(1, "jira", "create-user", "open", null, "no answer (ConnectException)"),
                letter(2, "jira", "create-user", "open", 403, "no seat for user2"),
                letter(3, "jira", "create-user", "discarded", 403, "no seat for user3"),
                letter(4, "wiki", "create-user", "open", 403, "no seat"),
                letter(5, "jira", "update-user", "open", 403, "no"),
                letter(6, "jira", "create-user", "open", null, "no answer (SocketTimeoutException)")));

        assertThat(causes)
                .extracting(cause -> cause.target() + " " + cause.kind() + " " + cause.status() + " " + cause.ids())
                .containsExactly(
                        "jira create-user 403 [2, 3]",
                        "jira create-user null [1]",
                        "wiki create-user 403 [4]",
                        "jira update-user 403 [5]",
                        "jira create-user null [6]");
        DeadLetterCause first = causes.get(0);
        assertThat(first.count()).isEqualTo(2);
        assertThat(first.open()).isEqualTo(1);
        assertThat(first.error()).isEqualTo("no seat for user2");
        assertThat(first.response()).isEqualTo("answer 2");
        assertThat(first.firstAt()).isEqualTo(TIME.minusHours(3));
        assertThat(first.lastAt()).isEqualTo(TIME.minusHours(2));
    }
}
