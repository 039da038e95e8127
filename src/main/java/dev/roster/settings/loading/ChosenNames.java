package dev.roster.settings.loading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of connections, targets, users and Entra groups that are known for certain, by the path they stand at. */
final class ChosenNames {
    // Mutable state, while sources are read.
    private final Map<List<String>, Set<String>> byPath = new HashMap<>();

    /** Notes every chosen name on a path. */
    void addAll(List<String> path) {
        for (int depth : chosen(path)) {
            byPath.computeIfAbsent(List.copyOf(path.subList(0, depth)), p -> new LinkedHashSet<>())
                    .add(path.get(depth));
        }
    }

    /** The names that can stand at a path; a target's manual mapping also has those of its connection. */
    Set<String> at(List<String> path) {
        Set<String> names = new LinkedHashSet<>(byPath.getOrDefault(path, Set.of()));
        if (path.size() == 6 && path.get(5).equals("manual")) {
            names.addAll(byPath.getOrDefault(List.of(path.get(0), path.get(1), "groups", "manual"), Set.of()));
        }
        return names;
    }

    /** How many chosen names of a path are known, counted from its beginning. */
    int known(List<String> path) {
        int known = 0;
        for (int depth : chosen(path)) {
            if (!at(path.subList(0, depth)).contains(path.get(depth))) {
                return known;
            }
            known++;
        }
        return known;
    }

    /**
     * Whether a name on the path is a known one with a dot and more behind it: then what follows the dot is a key that
     * nobody knows, rather than a part of a new name.
     */
    boolean prolongs(List<String> path) {
        for (int depth : chosen(path)) {
            Set<String> names = at(path.subList(0, depth));
            String name = path.get(depth);
            boolean prolonged = names.stream().anyMatch(known -> name.startsWith(known + "."));
            if (prolonged && !names.contains(name) && !path.get(depth - 1).equals("manual")) {
                return true;
            }
        }
        return false;
    }

    private static List<Integer> chosen(List<String> path) {
        List<Integer> depths = new ArrayList<>();
        Place place = KeyTable.TREE;
        for (int depth = 0; depth < path.size(); depth++) {
            if (place instanceof Place.Named named) {
                depths.add(depth);
                place = named.each();
            } else if (place instanceof Place.Fields fields) {
                place = fields.field(path.get(depth));
            }
        }
        return depths;
    }
}
