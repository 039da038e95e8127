package dev.roster.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.store.Run;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void theRestIsTakenToGoAsFastAsWhatIsDone() {
        Progress progress =
                Progress.of(row(RunState.APPLYING, "applying", 25, 100), BEGIN.plusSeconds(10), Map.of(), null);

        assertThat(progress).isEqualTo(new Progress("applying", 25, 100, 30L, Map.of(), null));
    }

    @Test
    void withoutAnythingDoneOrToCountNothingTellsTheTime() {
        assertThat(Progress.of(row(RunState.APPLYING, "applying", 0, 100), BEGIN, Map.of(), null)
                        .etaSeconds())
                .isNull();
        assertThat(Progress.of(row(RunState.READING, "reading", 0, 0), BEGIN, Map.of(), null)
                        .etaSeconds())
                .isNull();
        assertThat(Progress.of(row(RunState.COMPLETED, "applying", 50, 100), BEGIN, Map.of(), null)
                        .etaSeconds())
                .isNull();
    }

    @Test
    void aRunThatHasNotBegunIsQueued() {
        assertThat(Progress.of(row(RunState.QUEUED, null, 0, 0), BEGIN, Map.of(), null)
                        .phase())
                .isEqualTo("queued");
    }

    @Test
    void aWaitThatAServiceAskedForIsShownWhileTheRunWorks() {
        Instant until = BEGIN.plusSeconds(600);
        assertThat(Progress.of(row(RunState.APPLYING, "applying", 1, 9), BEGIN, Map.of(), until)
                        .waitingUntil())
                .isEqualTo(until);
        assertThat(Progress.of(row(RunState.COMPLETED, "applying", 9, 9), BEGIN, Map.of(), until)
                        .waitingUntil())
                .isNull();
    }

    @Test
    void aServiceThatThrottlesIsNamedWhileTheRunWorks() {
        Map<String, Double> slowed = Map.of("jira", 7.5);
        assertThat(Progress.of(row(RunState.APPLYING, "applying", 1, 9), BEGIN, slowed, null)
                        .slowedTo())
                .isEqualTo(slowed);
        assertThat(Progress.of(row(RunState.COMPLETED, "applying", 9, 9), BEGIN, slowed, null)
                        .slowedTo())
                .isEmpty();
    }

    private static RunRow row(RunState state, @Nullable String phase, long done, long total) {
        return new RunRow(
                1,
                "acme",
                Run.Mode.SYNC,
                "api",
                null,
                state,
                false,
                List.of(),
                BEGIN.atOffset(ZoneOffset.UTC),
                null,
                phase,
                phase == null ? null : BEGIN.atOffset(ZoneOffset.UTC),
                done,
                total,
                null,
                null,
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                null,
                List.of());
    }
}
