package dev.roster.demo.graph;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * Where a round of changes goes on, or begins.
 *
 * @param generation tokens of an older generation have expired
 * @param issued so have those that are seven days old
 * @param type what it lists
 * @param since the position in the journal that the round began after; {@link #WHOLE} for a round that shows everything
 * @param until the position up to which it shows changes, and after which the next round begins
 * @param at where the next page begins, and how far the members of the group there were shown
 * @param selected what the first request selected
 * @param ids what the first request asked for; empty for all
 */
record DeltaToken(
        int generation,
        Instant issued,
        ObjectType type,
        int since,
        int until,
        DeltaPage.Place at,
        List<String> selected,
        List<String> ids) {

    static final int WHOLE = -1;

    private static final Duration LIFETIME = Duration.ofDays(7);
    private static final int PARTS = 10;

    String encoded() {
        String text = String.join(
                "|",
                "Delta",
                String.valueOf(generation),
                String.valueOf(issued.getEpochSecond()),
                type.name(),
                String.valueOf(since),
                String.valueOf(until),
                String.valueOf(at.object()),
                String.valueOf(at.member()),
                String.join(",", selected),
                String.join(",", ids));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static DeltaToken decode(String encoded) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            String[] parts = text.split("\\|", -1);
            if (parts.length == PARTS && parts[0].equals("Delta")) {
                return new DeltaToken(
                        Integer.parseInt(parts[1]),
                        Instant.ofEpochSecond(Long.parseLong(parts[2])),
                        ObjectType.valueOf(parts[3]),
                        Integer.parseInt(parts[4]),
                        Integer.parseInt(parts[5]),
                        new DeltaPage.Place(Integer.parseInt(parts[6]), Integer.parseInt(parts[7])),
                        words(parts[8]),
                        words(parts[9]));
            }
        } catch (IllegalArgumentException e) {
            throw SkipToken.invalid();
        }
        throw SkipToken.invalid();
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }

    boolean isOver(int generationNow, Instant now) {
        return generation != generationNow || issued.plus(LIFETIME).isBefore(now);
    }

    /** For the next page of this round. */
    DeltaToken goingOn(DeltaPage.Place next, Instant now) {
        return new DeltaToken(generation, now, type, since, until, next, selected, ids);
    }

    /** For the next round. */
    DeltaToken next(int newUntil, Instant now) {
        return new DeltaToken(generation, now, type, until, newUntil, DeltaPage.START, selected, ids);
    }
}
