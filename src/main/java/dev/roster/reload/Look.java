package dev.roster.reload;

import dev.roster.routes.InvalidRoutes;
import dev.roster.routes.RouteFault;
import dev.roster.routes.RouteFolder;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The route files as they are at one moment.
 *
 * @param texts by file; empty when they cannot be read
 * @param faults why they cannot be read
 */
record Look(Map<String, String> texts, List<RouteFault> faults) {

    static Look at(RouteFolder folder) {
        try {
            return of(folder.texts());
        } catch (InvalidRoutes e) {
            return new Look(Map.of(), e.faults());
        }
    }

    static Look of(Map<String, String> texts) {
        return new Look(Map.copyOf(texts), List.of());
    }

    /** The files that differ. */
    List<String> differingFrom(Map<String, String> others) {
        TreeSet<String> names = new TreeSet<>(texts.keySet());
        names.addAll(others.keySet());
        return names.stream()
                .filter(name -> !String.valueOf(texts.get(name)).equals(String.valueOf(others.get(name))))
                .toList();
    }
}
