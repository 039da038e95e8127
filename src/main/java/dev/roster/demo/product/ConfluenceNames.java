package dev.roster.demo.product;

import java.util.Locale;

/** What Confluence refuses in the fields of a user, always with 400. */
final class ConfluenceNames {

    private static final String FORBIDDEN = "\\,+<>'\"";

    private ConfluenceNames() {}

    static void checkUserName(String name) {
        if (name.isBlank()) {
            throw Refusal.of(400, "The username must not be blank.");
        }
        if (!name.equals(name.toLowerCase(Locale.ROOT))) {
            throw Refusal.of(400, "The username must be in lower case.");
        }
        if (name.chars().anyMatch(Character::isWhitespace)) {
            throw Refusal.of(400, "The username must not contain whitespace.");
        }
        if (name.chars().anyMatch(one -> FORBIDDEN.indexOf(one) >= 0)) {
            throw Refusal.of(400, "The username must not contain any of " + FORBIDDEN);
        }
        if (name.equals("anonymous")) {
            throw Refusal.of(400, "The username must not be anonymous.");
        }
    }

    static void checkFullName(String name) {
        if (name.isBlank() || name.indexOf('<') >= 0 || name.indexOf('>') >= 0) {
            throw Refusal.of(400, "The full name must not be blank or contain < or >.");
        }
        if (name.equalsIgnoreCase("anonymous")) {
            throw Refusal.of(400, "The full name must not be anonymous.");
        }
    }

    static void checkEmail(String email) {
        if (email.indexOf('@') < 1 || email.indexOf('@') == email.length() - 1 || email.contains(" ")) {
            throw Refusal.of(400, "The email address is not valid.");
        }
    }
}
