package dev.roster.directory;

/** What can be seen of a text, and what hides in it. */
public final class Characters {
    /** Leaves room in a column of 255 for the lower-case form, which can be twice as long. */
    private static final int SHOWN_LENGTH = 120;

    private Characters() {}

    /**
     * Whether a reader of the text would miss it: control and format characters, line separators, halves of a
     * surrogate pair, blank letters. Ordinary spaces are not hidden.
     */
    public static boolean hidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> blankLetter(c) || variationSelector(c) || notACharacter(c);
        };
    }

    /** Every kind of space, also those that Java's {@code strip} keeps. */
    public static boolean whiteSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Whether there is nothing in it that can be seen. */
    public static boolean blank(String text) {
        return text.codePoints().allMatch(c -> whiteSpace(c) || hidden(c));
    }

    /** Without the white space at both ends. */
    public static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && whiteSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && whiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** At most so many UTF-16 units of it, never half a surrogate pair. */
    public static String start(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, splits ? length - 1 : length);
    }

    /** The text for people and for storing: what hides is written as in {@code U+202E}, what is long is shortened. */
    public static String shown(String text) {
        String inner = trimmed(text);
        int at = inner.isEmpty() ? text.length() : text.indexOf(inner);
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length() && shown.length() <= SHOWN_LENGTH; ) {
            int c = text.codePointAt(i);
            boolean edge = i < at || i >= at + inner.length();
            shown.append(edge || hidden(c) ? code(c) : Character.toString(c));
            i += Character.charCount(c);
        }
        return shown.length() <= SHOWN_LENGTH ? shown.toString() : start(shown.toString(), SHOWN_LENGTH - 1) + "…";
    }

    /** As in {@code U+202E}. */
    public static String code(int c) {
        return String.format("U+%04X", c);
    }

    /** Letters and symbols that are drawn as nothing. */
    private static boolean blankLetter(int c) {
        return switch (c) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> false;
        };
    }

    private static boolean variationSelector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x180B && c <= 0x180F) || (c >= 0xE0000 && c <= 0xE0FFF);
    }

    private static boolean notACharacter(int c) {
        return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || (c >= 0xFFF0 && c <= 0xFFF8);
    }
}
