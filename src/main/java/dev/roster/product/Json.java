package dev.roster.product;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads parts of an unmarshalled JSON answer, and fails where something is not what it has to be. */
final class Json {

    private Json() {}

    /** @throws UnexpectedAnswer unless it is an object */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(@Nullable Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new UnexpectedAnswer(what + " is not an object");
    }

    /** @throws UnexpectedAnswer unless it is a list of objects */
    static List<Map<String, Object>> objects(@Nullable Object value, String what) {
        if (value instanceof List<?> list) {
            return list.stream().map(item -> object(item, what)).toList();
        }
        throw new UnexpectedAnswer(what + " is not a list");
    }

    /** @throws UnexpectedAnswer unless it is a list of texts */
    static List<String> texts(@Nullable Object value, String what) {
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw new UnexpectedAnswer(what + " is not a list of names");
    }

    /**
     * Where the next page starts.
     *
     * @throws UnexpectedAnswer unless that is further on: the reading would never end
     */
    static Object onwards(Object current, int next) {
        if (next <= position(current)) {
            throw new UnexpectedAnswer("the page after " + current + " starts at " + next);
        }
        return next;
    }

    /** @throws UnexpectedAnswer where pages are not counted, so that this answer is none of them */
    static int position(Object current) {
        try {
            return Integer.parseInt(current.toString());
        } catch (NumberFormatException e) {
            throw new UnexpectedAnswer("the page is a list of another kind");
        }
    }

    /** @throws UnexpectedAnswer unless it is there and a text */
    static String text(Map<String, Object> object, String field) {
        if (object.get(field) instanceof String text) {
            return text;
        }
        throw new UnexpectedAnswer("no text in the field " + field);
    }

    static @Nullable String textOrNull(Map<String, Object> object, String field) {
        return object.get(field) instanceof String text ? text : null;
    }

    /** @throws UnexpectedAnswer unless it is there and true or false */
    static boolean flag(Map<String, Object> object, String field) {
        if (object.get(field) instanceof Boolean flag) {
            return flag;
        }
        throw new UnexpectedAnswer("neither true nor false in the field " + field);
    }

    /** @throws UnexpectedAnswer unless it is there and a whole number */
    static int number(Map<String, Object> object, String field) {
        if (object.get(field) instanceof Number number) {
            return number.intValue();
        }
        throw new UnexpectedAnswer("no number in the field " + field);
    }
}
