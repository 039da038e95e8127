package dev.roster.settings.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** How the text of a setting becomes a value. */
sealed interface ValueType<T> {

    /** The words of the type, for people: "true or false". */
    String what();

    /**
     * Null when a text is no such value.
     *
     * @param texts exactly one, unless {@link #many()}
     * @param bad hears of each text that is no such value
     */
    @Nullable
    T parse(List<Text> texts, BiConsumer<Text, BadValue> bad);

    /** Whether it takes a list. */
    boolean many();

    /** Whether an empty text, or an empty list, is a value. */
    boolean emptyAllowed();

    /** Whether its text never appears in a fault. */
    boolean secret();

    /** The words it takes, when they are a closed choice; else empty. */
    List<String> words();

    /** Turns one text into a value. */
    @FunctionalInterface
    interface Parser<T> {
        T parse(String text) throws BadValue;
    }

    /** A type of one value. */
    record One<T>(String what, List<String> words, boolean secret, Parser<T> parser) implements ValueType<T> {

        static <T> One<T> of(String what, Parser<T> parser) {
            return new One<>(what, List.of(), false, parser);
        }

        @Override
        public @Nullable T parse(List<Text> texts, BiConsumer<Text, BadValue> bad) {
            Text text = texts.get(0);
            try {
                return parser.parse(secret ? text.value() : text.value().strip());
            } catch (BadValue e) {
                bad.accept(text, e);
                return null;
            }
        }

        @Override
        public boolean many() {
            return false;
        }

        @Override
        public boolean emptyAllowed() {
            return this == Names.TEXT;
        }

        Many<T> list() {
            return new Many<>(this, false);
        }

        Many<T> listOfAtLeastOne() {
            return new Many<>(this, true);
        }
    }

    /** A type of several values of one type. */
    record Many<T>(One<T> each, boolean atLeastOne) implements ValueType<List<T>> {

        @Override
        public String what() {
            return "list: " + each.what();
        }

        @Override
        public List<T> parse(List<Text> texts, BiConsumer<Text, BadValue> bad) {
            List<T> values = new ArrayList<>();
            for (Text text : texts) {
                T value = text.value().isBlank() ? empty(text, bad) : each.parse(List.of(text), bad);
                if (value != null) {
                    values.add(value);
                }
            }
            return List.copyOf(values);
        }

        /** Left out silently, the last entry of a list could turn "one group" into "the whole tenant". */
        private @Nullable T empty(Text text, BiConsumer<Text, BadValue> bad) {
            bad.accept(text, new BadValue("is an empty entry of the list", "give it a value, or remove it"));
            return null;
        }

        @Override
        public boolean many() {
            return true;
        }

        @Override
        public boolean emptyAllowed() {
            return !atLeastOne;
        }

        @Override
        public boolean secret() {
            return each.secret();
        }

        @Override
        public List<String> words() {
            return each.words();
        }
    }
}
