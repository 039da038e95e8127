package dev.roster.entra;

import java.util.Locale;

/** How text that came from outside is shown in a message: on one line, and not too long. */
final class Shown {

    private static final int LONGEST = 200;

    private Shown() {}

    /** Anything but printable ASCII is escaped, so that no log line or terminal takes it for its own. */
    static String text(String foreign) {
        StringBuilder shown = new StringBuilder();
        foreign.chars().limit(LONGEST).forEach(c -> {
            if (c >= ' ' && c < 0x7f && c != '\\') {
                shown.append((char) c);
            } else {
                shown.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        });
        return foreign.length() > LONGEST ? shown + "…" : shown.toString();
    }
}
