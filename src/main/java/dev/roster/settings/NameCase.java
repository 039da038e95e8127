package dev.roster.settings;

import java.util.Locale;

/** What becomes of upper case in a name. */
public enum NameCase {
    LOWER,
    KEEP;

    public String apply(String name) {
        return this == LOWER ? name.toLowerCase(Locale.ROOT) : name;
    }
}
