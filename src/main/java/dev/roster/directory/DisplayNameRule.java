package dev.roster.directory;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a product accepts as the name by which people see somebody. Unlike a username it is no key, so it is cleaned
 * rather than refused.
 *
 * @param maxLength in UTF-16 units; holds for the lower-case form too, because products store both
 * @param forbidden characters that the product refuses
 * @param reserved names that nobody may have, however they are spelled
 */
public record DisplayNameRule(int maxLength, String forbidden, Set<String> reserved) {

    public DisplayNameRule {
        reserved = reserved.stream().map(Names::key).collect(Collectors.toUnmodifiableSet());
    }

    public static DisplayNameRule of(int maxLength, String forbidden, String... reserved) {
        return new DisplayNameRule(maxLength, forbidden, Set.copyOf(Arrays.asList(reserved)));
    }

    /** Whether the product takes this name, once it is cleaned. */
    public boolean takes(String cleaned) {
        return !Characters.blank(cleaned) && !reserved.contains(Names.key(cleaned));
    }

    /**
     * The name as the product can hold it, possibly empty: without what cannot be seen and what is forbidden, with
     * single spaces, shortened. It is not normalised, because that would change the letters of some Japanese names.
     */
    public String cleaned(String name) {
        StringBuilder cleaned = new StringBuilder();
        name.codePoints().forEach(c -> append(cleaned, c));
        return shortened(Characters.trimmed(cleaned.toString()));
    }

    private void append(StringBuilder cleaned, int c) {
        boolean space = separates(c);
        if (space && !endsWithSpace(cleaned)) {
            cleaned.appendCodePoint(Characters.hidden(c) ? ' ' : c);
        } else if (!space && forbidden.indexOf(c) < 0 && (joins(c) || !Characters.hidden(c))) {
            cleaned.appendCodePoint(c);
        }
    }

    private static boolean endsWithSpace(StringBuilder text) {
        return text.length() > 0 && Characters.whiteSpace(text.charAt(text.length() - 1));
    }

    /** Also controls, as a line break, and the space of no width: without them two words would become one. */
    private static boolean separates(int c) {
        return Characters.whiteSpace(c) || Character.getType(c) == Character.CONTROL || c == 0x200B;
    }

    /** Persian and Indic scripts and emoji need these to be written right. */
    private static boolean joins(int c) {
        return c == 0x200C || c == 0x200D || c == 0xFE0E || c == 0xFE0F;
    }

    private String shortened(String name) {
        String shortened = Characters.start(name, maxLength);
        while (Names.key(shortened).length() > maxLength) {
            shortened = Characters.start(shortened, shortened.length() - 1);
        }
        return Characters.trimmed(shortened);
    }
}
