package dev.roster.settings.loading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may stand at a place of the settings. */
sealed interface Place {

    /** Keys of ours. */
    record Fields(Map<String, Place> byName) implements Place {

        /** The name as the table has it, for any of Spring's relaxed forms of it; null when there is none. */
        @Nullable
        String nameOf(String given) {
            String uniform = Plain.uniform(given);
            return byName.keySet().stream()
                    .filter(name -> Plain.uniform(name).equals(uniform))
                    .findFirst()
                    .orElse(null);
        }

        Place field(String name) {
            Place place = byName.get(name);
            if (place == null) {
                throw new IllegalArgumentException("no key " + name);
            }
            return place;
        }
    }

    /** Names that the administrator chooses, taken literally. */
    record Named(Place each) implements Place {}

    /** A setting. */
    record Value(Key<?> key) implements Place {}

    /** The tree of all rows of the table; a part {@code *} stands for a chosen name. */
    static Fields tree(List<KeyTable.Row> rows) {
        Map<List<String>, Key<?>> paths = new LinkedHashMap<>();
        rows.forEach(row -> paths.put(List.of(row.pattern().split("\\.")), row.key()));
        return (Fields) subtree(paths);
    }

    private static Place subtree(Map<List<String>, Key<?>> paths) {
        Key<?> key = paths.get(List.<String>of());
        if (key != null) {
            return new Value(key);
        }
        Map<String, Map<List<String>, Key<?>>> below = new LinkedHashMap<>();
        paths.forEach((path, each) -> below.computeIfAbsent(path.get(0), name -> new LinkedHashMap<>())
                .put(path.subList(1, path.size()), each));
        Map<List<String>, Key<?>> any = below.get("*");
        if (any != null) {
            return new Named(subtree(any));
        }
        Map<String, Place> fields = new LinkedHashMap<>();
        below.forEach((name, deeper) -> fields.put(name, subtree(deeper)));
        return new Fields(fields);
    }
}
