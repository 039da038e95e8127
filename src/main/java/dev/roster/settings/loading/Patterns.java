package dev.roster.settings.loading;

import dev.roster.settings.loading.ValueType.One;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Types that are regular expressions, and the text that replaces what they find. */
final class Patterns {
    private static final String WHAT = "regular expression";

    /** As written: upper and lower case differ. */
    static final One<Pattern> EXACT = One.of(WHAT, text -> compile(text, 0));

    /** For names of accounts and groups, which products compare without regard to case. */
    static final One<Pattern> ANY_CASE =
            One.of(WHAT, text -> compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));

    private Patterns() {}

    private static Pattern compile(String text, int flags) throws BadValue {
        try {
            return Pattern.compile(text, flags);
        } catch (PatternSyntaxException e) {
            String place = e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1);
            throw new BadValue(
                    "is not a regular expression: " + Plain.line(e.getDescription()) + place,
                    "correct the expression; a backslash in double quotes of YAML is written twice");
        }
    }

    /** Whether the replacement refers only to groups that the pattern has. */
    static boolean fits(Pattern pattern, String replacement) {
        try {
            // Finds the empty text whatever the pattern is, so that the replacement is looked at.
            Pattern.compile("(?:" + pattern.pattern() + "\n)|", pattern.flags())
                    .matcher("")
                    .replaceAll(replacement);
            return true;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return e instanceof PatternSyntaxException;
        }
    }
}
