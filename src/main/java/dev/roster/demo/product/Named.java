package dev.roster.demo.product;

import java.util.Locale;

/** A user or group: a number of its own for life, and a name that is compared without regard to case. */
interface Named {

    int number();

    String name();

    /** The name in the form that is compared. */
    String folded();

    /** Products compare names in lower case; the very same string comes back when there is nothing to change. */
    static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
