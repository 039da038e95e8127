package dev.roster.directory;

import java.util.Locale;

/**
 * Something in a product, and the account that leads it.
 *
 * @param id what the product addresses it by
 * @param name what people call it, as in {@code WEB} or {@code WEB/Shop}; cut where it is too long to be kept
 * @param accountId the product's own key of the account
 */
public record Lead(Kind kind, String id, String name, String accountId) {

    private static final int LONGEST_NAME = 255;

    /** What can be led. */
    public enum Kind {
        PROJECT,
        COMPONENT;

        /** The word in the database, and what an operation's values call it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public Lead {
        name = cut(name);
    }

    /** Not through the middle of a character. */
    private static String cut(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        int end = Character.isHighSurrogate(name.charAt(LONGEST_NAME - 1)) ? LONGEST_NAME - 1 : LONGEST_NAME;
        return name.substring(0, end);
    }
}
