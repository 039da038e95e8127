package dev.roster.settings.loading;

import java.util.Locale;

/** Names from files, made fit for one line and for comparison. */
final class Plain {
    private Plain() {}

    /** The text without line breaks and other control characters, so that it cannot fake lines of a log. */
    static String line(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().map(c -> unprintable(c) ? '\uFFFD' : c).forEach(line::appendCodePoint);
        return line.toString();
    }

    private static boolean unprintable(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** The form in which Spring's relaxed names are equal: tenant-id, tenantId, tenant_id, TENANTID. */
    static String uniform(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** What is left of a literal name in the name of an environment variable: letters and digits. */
    static String lettersAndDigits(String name) {
        StringBuilder kept = new StringBuilder();
        name.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.toString().toLowerCase(Locale.ROOT);
    }
}
