package dev.roster.routes;

import java.util.regex.Pattern;

/** Addresses as routes write them, in which a template's parameter or a variable may stand for a part. */
final class Addresses {

    private static final Pattern OPEN = Pattern.compile("\\$\\{[^}]*}|\\{\\{[^}]*}}");

    private Addresses() {}

    /** Whether what is written may come to this address. */
    static boolean mayBe(String written, String address) {
        if (!written.startsWith("direct:")) {
            return false;
        }
        String quoted = OPEN.matcher(Pattern.quote(written)).replaceAll("\\\\E[a-z0-9.-]+\\\\Q");
        return Pattern.matches(quoted, address);
    }
}
