package dev.roster.mapping;

import dev.roster.directory.GuardedPattern;
import dev.roster.directory.PatternGaveUp;
import dev.roster.settings.NameCase;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From a name in Entra to a name in a product: find and replace, then case. The result is in Unicode's composed form,
 * so that one letter in two encodings does not become two accounts.
 */
final class Rewriting {
    private final @Nullable GuardedPattern pattern;
    private final String replacement;
    private final NameCase nameCase;

    /**
     * @param key the setting of the replacement, for the message
     * @param pattern null for none
     * @param replacement as {@link java.util.regex.Matcher#replaceAll(String)} takes it: {@code $1}, {@code ${name}}
     * @throws IllegalArgumentException when the replacement refers to a group that the pattern does not have
     */
    Rewriting(String key, @Nullable Pattern pattern, String replacement, NameCase nameCase) {
        this.pattern = pattern == null ? null : GuardedPattern.of(pattern);
        this.replacement = replacement;
        this.nameCase = nameCase;
        if (pattern != null) {
            tryOut(key, pattern, replacement);
        }
    }

    /** @throws PatternGaveUp when the pattern takes too long on this name */
    String apply(String name) {
        String composed = composed(name);
        String replaced = pattern == null ? composed : pattern.replaceAll(composed, replacement);
        return composed(nameCase.apply(replaced));
    }

    static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** Java looks at the references only when something matches; an empty alternative in front always does. */
    private static void tryOut(String key, Pattern pattern, String replacement) {
        boolean literal = (pattern.flags() & Pattern.LITERAL) != 0;
        Pattern matching = Pattern.compile(literal ? "" : "|" + pattern.pattern(), pattern.flags());
        try {
            matching.matcher("").replaceAll(replacement);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    key + " \"" + replacement + "\" does not fit the pattern \"" + pattern + "\": " + e.getMessage(),
                    e);
        }
    }
}
