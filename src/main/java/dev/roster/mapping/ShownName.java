package dev.roster.mapping;

import dev.roster.directory.Characters;
import dev.roster.directory.DisplayNameRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The name by which people will see somebody.
 *
 * @param name null when the product takes none of those on offer
 * @param detail null when it is written as Entra has it
 */
record ShownName(@Nullable String name, @Nullable String detail) {

    /** The first that the product takes once it is cleaned. */
    static ShownName firstOf(List<String> candidates, DisplayNameRule rule) {
        return candidates.stream()
                .map(candidate -> cleaned(candidate, rule))
                .filter(shown -> shown.name() != null)
                .findFirst()
                .orElse(new ShownName(null, null));
    }

    private static ShownName cleaned(String candidate, DisplayNameRule rule) {
        String cleaned = rule.cleaned(candidate);
        if (!rule.takes(cleaned)) {
            return new ShownName(null, null);
        }
        boolean same = cleaned.equals(Characters.trimmed(candidate));
        return new ShownName(cleaned, same ? null : change(candidate, cleaned));
    }

    private static String change(String was, String becomes) {
        String before = Characters.shown(Characters.trimmed(was));
        String after = Characters.shown(becomes);
        return "the display name \"" + before + "\" "
                + (before.equals(after) ? "is shortened" : "becomes \"" + after + '"');
    }
}
