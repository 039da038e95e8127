package dev.roster.directory;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a product accepts as the name of an account or of a group.
 *
 * <p>Refused whatever the product says: an empty name, {@code .} and {@code ..} (in an address they mean a folder),
 * white space at an end, and every character that cannot be seen.
 *
 * @param maxLength in UTF-16 units; holds for the lower-case form too, because products store both
 * @param lowerCaseOnly whether upper case is refused
 * @param forbidden characters that are refused; a space in it stands for all white space
 * @param reserved names that nobody may have, however they are spelled
 */
public record NameRule(int maxLength, boolean lowerCaseOnly, String forbidden, Set<String> reserved) {

    public NameRule {
        reserved = reserved.stream().map(Names::key).collect(Collectors.toUnmodifiableSet());
    }

    public static NameRule of(int maxLength, boolean lowerCaseOnly, String forbidden, String... reserved) {
        return new NameRule(maxLength, lowerCaseOnly, forbidden, Set.copyOf(Arrays.asList(reserved)));
    }

    /** Why the product cannot hold this name, as a sentence with the character in question; empty when it can. */
    public Optional<String> refusal(String name) {
        if (name.isEmpty()) {
            return Optional.of("the name is empty");
        }
        String problem = problem(name);
        return problem == null ? Optional.empty() : Optional.of('"' + Characters.shown(name) + "\" " + problem);
    }

    private @Nullable String problem(String name) {
        int length = Math.max(name.length(), Names.key(name).length());
        if (length > maxLength) {
            return "is " + length + " characters long, more than " + maxLength;
        }
        if (!Characters.trimmed(name).equals(name)) {
            return "begins or ends with white space";
        }
        if (name.equals(".") || name.equals("..") || reserved.contains(Names.key(name))) {
            return "is a name that nobody may have";
        }
        return problemWithCharacter(name);
    }

    private @Nullable String problemWithCharacter(String name) {
        Optional<Integer> hidden = first(name, Characters::hidden);
        if (hidden.isPresent()) {
            return "contains " + Characters.code(hidden.get()) + ", which cannot be seen";
        }
        Optional<Integer> refused = first(name, this::forbids);
        if (refused.isPresent()) {
            return "contains " + spelled(refused.get());
        }
        return lowerCaseOnly
                ? first(name, NameRule::upperCase)
                        .map(c -> "contains upper case: " + spelled(c))
                        .orElse(null)
                : null;
    }

    private boolean forbids(int c) {
        return forbidden.indexOf(c) >= 0 || (forbidden.indexOf(' ') >= 0 && Characters.whiteSpace(c));
    }

    /** Some capitals, as the mathematical ones, have no lower case to turn into. */
    private static boolean upperCase(int c) {
        return Character.isUpperCase(c) || Character.isTitleCase(c) || Character.toLowerCase(c) != c;
    }

    private static Optional<Integer> first(String name, IntPredicate wanted) {
        return name.codePoints().filter(wanted).boxed().findFirst();
    }

    private static String spelled(int c) {
        return Characters.whiteSpace(c) ? "white space (" + Characters.code(c) + ")" : Character.toString(c);
    }
}
