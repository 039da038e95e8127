package dev.roster.directory;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pattern of the settings, for text that strangers wrote: it gives up rather than run for ever. */
public record GuardedPattern(Pattern pattern) {
    private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** With the flags it has. */
    public static GuardedPattern of(Pattern pattern) {
        return with(pattern, 0);
    }

    /** For names that must match in full; the dot stands for line breaks too, so that none slips past an exclusion. */
    public static List<GuardedPattern> full(List<Pattern> patterns) {
        return patterns.stream().map(p -> with(p, Pattern.DOTALL)).toList();
    }

    /** As {@link #full}, whatever the case of the name. */
    public static List<GuardedPattern> fullInAnyCase(List<Pattern> patterns) {
        return patterns.stream().map(p -> with(p, Pattern.DOTALL | ANY_CASE)).toList();
    }

    /** The first of them that matches the name in full. */
    public static Optional<GuardedPattern> firstMatching(List<GuardedPattern> patterns, String name) {
        return patterns.stream().filter(p -> p.matches(name)).findFirst();
    }

    /** @throws PatternGaveUp when that would take too long */
    public boolean matches(String name) {
        return guarded(name, Matcher::matches);
    }

    /**
     * Replaces wherever it is found; a name in which it is not found stays as it is.
     *
     * @throws PatternGaveUp when that would take too long
     */
    public String replaceAll(String name, String replacement) {
        return guarded(name, matcher -> matcher.replaceAll(replacement));
    }

    /** For people. */
    public String shown() {
        return '"' + Characters.shown(pattern.pattern()) + '"';
    }

    private <T> T guarded(String name, Function<Matcher, T> use) {
        try {
            return use.apply(pattern.matcher(new CountedText(name, pattern.pattern())));
        } catch (StackOverflowError e) {
            // Alternatives in a loop cost Java a stack frame for each character of the name.
            throw new PatternGaveUp(pattern.pattern(), name);
        }
    }

    /** Names are compared in composed form, so patterns have to be in it as well. */
    private static GuardedPattern with(Pattern pattern, int flags) {
        String composed = Normalizer.normalize(pattern.pattern(), Normalizer.Form.NFC);
        return new GuardedPattern(Pattern.compile(composed, pattern.flags() | flags));
    }
}
