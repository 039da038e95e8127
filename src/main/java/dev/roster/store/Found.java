package dev.roster.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names found so far while a group's members are read page by page; used by one thread. */
public final class Found {

    private final Set<String> names = new HashSet<>();

    private Found() {}

    public static Found nobody() {
        return new Found();
    }

    public static void add(Found found, List<String> page) {
        found.names.addAll(page);
    }

    /** Whether a name is among them, in whatever spelling; false for null. */
    public static boolean has(Found found, @Nullable String name) {
        return found.names.stream().anyMatch(each -> each.equalsIgnoreCase(name));
    }

    public Set<String> names() {
        return names;
    }
}
