package dev.roster.store;

import dev.roster.directory.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names found so far while something is read page by page; used by one thread.
 *
 * <p>The routes hand over objects, never a name: Camel takes quotes off a text that it passes to a method, and makes
 * nothing of the text {@code null}.
 */
public final class Found {

    private final String group;
    private final Set<String> names = new HashSet<>();

    private Found(String group) {
        this.group = group;
    }

    public static Found nobody() {
        return new Found("");
    }

    /** No members of this group yet; for the routes, where the body is the group's name. */
    public static Found membersOf(String group) {
        return new Found(group);
    }

    /** The group whose members these are; empty for other names. */
    public String group() {
        return group;
    }

    public static void add(Found found, List<String> page) {
        found.names.addAll(page);
    }

    /** Whether the operation's account is among them, in whatever spelling. */
    public static boolean hasUser(Found found, Operation operation) {
        return found.has(operation.nameAfterwards());
    }

    /** Whether the operation's group is among them, in whatever spelling. */
    public static boolean hasGroup(Found found, Operation operation) {
        return found.has(operation.group());
    }

    private boolean has(@Nullable String name) {
        return names.stream().anyMatch(each -> each.equalsIgnoreCase(name));
    }

    public Set<String> names() {
        return names;
    }
}
