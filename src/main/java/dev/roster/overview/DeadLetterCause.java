package dev.roster.overview;

import dev.roster.store.DeadLetters.DeadLetter;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters that failed in the same way.
 *
 * @param status HTTP status of the answers; null when none came
 * @param count how many there are
 * @param open how many of them are tried again
 * @param ids of all of them
 * @param error what the latest one says
 * @param response what the product answered to the latest one
 */
public record DeadLetterCause(
        String connection,
        String target,
        String kind,
        @Nullable Integer status,
        int count,
        long open,
        List<Long> ids,
        @Nullable String error,
        @Nullable String response,
        OffsetDateTime firstAt,
        OffsetDateTime lastAt) {

    /** Without an answer, the error itself is the cause; with one, it is the status: its text may hold names. */
    private record Cause(
            String connection,
            String target,
            String kind,
            @Nullable Integer status,
            @Nullable String error) {

        static Cause of(DeadLetter letter) {
            return new Cause(
                    letter.connection(),
                    letter.target(),
                    letter.kind(),
                    letter.status(),
                    letter.status() == null ? letter.error() : null);
        }
    }

    /**
     * The commonest first.
     *
     * @param letters the latest first
     */
    public static List<DeadLetterCause> of(List<DeadLetter> letters) {
        Map<Cause, List<DeadLetter>> byCause =
                letters.stream().collect(Collectors.groupingBy(Cause::of, LinkedHashMap::new, Collectors.toList()));
        return byCause.values().stream()
                .map(DeadLetterCause::together)
                .sorted(Comparator.comparingInt(DeadLetterCause::count).reversed())
                .toList();
    }

    private static DeadLetterCause together(List<DeadLetter> letters) {
        DeadLetter latest = letters.get(0);
        return new DeadLetterCause(
                latest.connection(),
                latest.target(),
                latest.kind(),
                latest.status(),
                letters.size(),
                letters.stream().filter(letter -> letter.state().equals("open")).count(),
                letters.stream().map(DeadLetter::id).toList(),
                latest.error(),
                latest.response(),
                letters.stream()
                        .map(DeadLetter::firstAt)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                latest.lastAt());
    }
}
