package dev.roster.directory;

import java.util.Locale;

/** How names are compared: all products ignore case in the names of users and groups. */
public final class Names {

    private Names() {}

    /** What two spellings of a name have in common; independent of the machine's language. */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
