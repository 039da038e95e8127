package dev.roster.settings.loading;

import dev.roster.settings.loading.ValueType.One;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Types that are a closed choice of words. */
final class Words {
    private static final Map<String, Boolean> TRUTHS = Map.of(
            "true", true, "yes", true, "on", true, "1", true, "false", false, "no", false, "off", false, "0", false);

    static final One<Boolean> TRUTH =
            new One<>("true or false", List.of("true", "false"), false, text -> truth(text, List.of("true", "false")));

    private Words() {}

    static <E extends Enum<E>> One<E> of(Class<E> choice) {
        List<String> words =
                Stream.of(choice.getEnumConstants()).map(Words::word).toList();
        return new One<>(String.join(" | ", words), words, false, text -> constant(choice, words, text));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> E constant(Class<E> choice, List<String> words, String text) throws BadValue {
        String wanted = words.contains("true") && isTruth(text) ? String.valueOf(truth(text, words)) : text;
        for (E constant : choice.getEnumConstants()) {
            if (Plain.uniform(constant.name()).equals(Plain.uniform(wanted))) {
                return constant;
            }
        }
        throw unknown(words);
    }

    private static boolean isTruth(String text) {
        return TRUTHS.containsKey(text.toLowerCase(Locale.ROOT));
    }

    private static boolean truth(String text, List<String> words) throws BadValue {
        Boolean truth = TRUTHS.get(text.toLowerCase(Locale.ROOT));
        if (truth == null) {
            throw unknown(words);
        }
        return truth;
    }

    static BadValue unknown(List<String> words) {
        return new BadValue("is not one of the words allowed here", "use one of: " + String.join(", ", words));
    }
}
