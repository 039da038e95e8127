package dev.roster.explanation;

import dev.roster.directory.Person;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Graph said about the person just now; used by one thread. */
public final class Findings {

    // Mutable state
    private final Set<String> groups = new HashSet<>();
    private final Map<String, Boolean> filters = new HashMap<>();
    private @Nullable Map<?, ?> user;
    private @Nullable Person person;
    private @Nullable String deletedAt;
    private @Nullable String fault;

    void found(Map<?, ?> fields, Person read) {
        user = fields;
        person = read;
    }

    void inGroup(String id) {
        groups.add(id);
    }

    void matches(String filterKey, boolean matches) {
        filters.put(filterKey, matches);
    }

    void deleted(String when) {
        deletedAt = when;
    }

    /** What was found before is not to be relied on. */
    void failed(String why) {
        user = null;
        person = null;
        groups.clear();
        filters.clear();
        fault = why;
    }

    /** Whether Graph could be asked. */
    public boolean live() {
        return fault == null;
    }

    /** Whether the person is in Entra, as Graph says. */
    public boolean present() {
        return person != null;
    }

    /** As Graph sent it; null when the person is not there. */
    @Nullable
    Map<?, ?> user() {
        return user;
    }

    /** Null when the person is not there, or Graph could not be asked. */
    @Nullable
    Person person() {
        return person;
    }

    Set<String> groups() {
        return Set.copyOf(groups);
    }

    Map<String, Boolean> filters() {
        return Map.copyOf(filters);
    }

    /** When the person was deleted, if they can still be restored; null otherwise. */
    @Nullable
    String deletedAt() {
        return deletedAt;
    }

    /** Why Graph could not be asked; null when it could. */
    @Nullable
    String fault() {
        return fault;
    }
}
