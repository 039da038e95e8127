package dev.roster.settings.loading;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All keys that are set, by path; names in the order of the weakest source that has them, which is the main file. */
final class Entries {
    // Mutable state, while sources are read.
    private final Map<List<String>, Entry> byPath = new LinkedHashMap<>();
    private final Map<List<String>, Set<String>> below = new LinkedHashMap<>();

    /** Lays an entry over what weaker sources said. */
    void put(List<String> path, Entry entry) {
        byPath.put(List.copyOf(path), entry);
        mention(path);
    }

    /** Makes a name known under which nothing is set. */
    void mention(List<String> path) {
        for (int depth = 0; depth < path.size(); depth++) {
            below.computeIfAbsent(List.copyOf(path.subList(0, depth)), p -> new LinkedHashSet<>())
                    .add(path.get(depth));
        }
    }

    @Nullable
    Entry at(List<String> path) {
        return byPath.get(path);
    }

    /** The names below a path. */
    Set<String> below(List<String> path) {
        return below.getOrDefault(path, Set.of());
    }
}
