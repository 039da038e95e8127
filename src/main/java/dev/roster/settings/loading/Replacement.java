package dev.roster.settings.loading;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the text that replaces what a pattern finds, and checks that the two belong together. */
final class Replacement {
    private Replacement() {}

    static String read(Section section, Key<Pattern> patternKey, @Nullable Pattern pattern, Key<String> key) {
        String replacement = section.get(key);
        if (!section.isGiven(patternKey) && !replacement.isEmpty()) {
            section.fault(key, "has no effect without " + patternKey.name(), "give both, or neither");
        }
        if (pattern != null && !Patterns.fits(pattern, replacement)) {
            section.fault(
                    key,
                    "does not fit " + patternKey.name(),
                    "refer with $1, $2 … to groups '(…)' that the pattern has; write \\$ for the character itself");
        }
        return replacement;
    }
}
