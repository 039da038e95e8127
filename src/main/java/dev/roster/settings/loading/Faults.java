package dev.roster.settings.loading;

import dev.roster.settings.Fault;
import dev.roster.settings.InvalidSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong, each fault once: a connection's rule is read again for each of its targets. */
final class Faults {
    // Mutable state, of one reading.
    private final Set<Fault> found = new LinkedHashSet<>();

    /** Adds a fault of a key under {@code roster}. */
    void add(List<String> path, @Nullable String where, String problem, String mend) {
        List<String> parts = new ArrayList<>(List.of("roster"));
        parts.addAll(path);
        found.add(new Fault(
                Plain.line(String.join(".", parts)), where == null ? null : Plain.line(where), problem, mend));
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidSettings(List.copyOf(found));
        }
    }
}
