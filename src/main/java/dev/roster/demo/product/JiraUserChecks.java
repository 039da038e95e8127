package dev.roster.demo.product;

/** What Jira refuses in the fields of a user, always with 400. */
final class JiraUserChecks {

    private static final int MOST = 255;

    private JiraUserChecks() {}

    static void name(String name) {
        if (name.isBlank()) {
            throw Refusal.ofField(400, "username", "You must specify a username.");
        }
        if (name.length() > MOST) {
            throw Refusal.ofField(400, "username", "The username must not exceed 255 characters in length.");
        }
        if (name.indexOf('<') >= 0 || name.indexOf('>') >= 0 || name.indexOf('&') >= 0) {
            throw Refusal.ofField(400, "username", "The username must not contain '<', '>' or '&'.");
        }
    }

    static String displayName(String displayName) {
        if (displayName.isBlank()) {
            throw Refusal.ofField(400, "displayName", "You must specify a full name.");
        }
        if (displayName.length() > MOST) {
            throw Refusal.ofField(400, "displayName", "The full name must not exceed 255 characters in length.");
        }
        return displayName;
    }

    static String email(String email) {
        if (email.isBlank()) {
            throw Refusal.ofField(400, "emailAddress", "You must specify an email address.");
        }
        if (email.indexOf('@') < 1 || email.indexOf('@') == email.length() - 1) {
            throw Refusal.ofField(400, "emailAddress", "You must specify a valid email address.");
        }
        return email;
    }
}
