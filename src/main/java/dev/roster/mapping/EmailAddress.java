package dev.roster.mapping;

import dev.roster.directory.Characters;

/** Whether a text can be taken for an e-mail address; only sending to it would tell for sure. */
final class EmailAddress {
    private static final int MAX_LENGTH = 255;
    private static final String NEVER_UNQUOTED = "<>()[]\\,;:\"";

    private EmailAddress() {}

    static boolean looksLike(String text) {
        int at = text.indexOf('@');
        return at > 0
                && at == text.lastIndexOf('@')
                && at < text.length() - 1
                && text.length() <= MAX_LENGTH
                && text.codePoints().noneMatch(EmailAddress::refused);
    }

    private static boolean refused(int c) {
        return Characters.whiteSpace(c) || Characters.hidden(c) || NEVER_UNQUOTED.indexOf(c) >= 0;
    }
}
