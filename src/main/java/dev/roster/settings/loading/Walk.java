package dev.roster.settings.loading;

import java.util.ArrayList;
import java.util.List;

/** The way of a path, part by part, through the tree of keys. */
sealed interface Walk {

    /** It leads to a place. */
    record Found(Located located) implements Walk {}

    /**
     * It leads astray.
     *
     * @param path as far as it is known
     * @param at the last known place
     * @param next the part that does not belong there; a number for a position in a list
     */
    record Astray(List<String> path, Place at, Object next) implements Walk {}

    /** Follows parts that are names, or numbers for positions in a list. */
    static Walk follow(List<Object> parts) {
        Place place = KeyTable.TREE;
        List<String> path = new ArrayList<>();
        for (Object part : parts) {
            if (place instanceof Place.Fields fields && part instanceof String given) {
                String name = fields.nameOf(given);
                if (name == null) {
                    return new Astray(List.copyOf(path), place, part);
                }
                path.add(name);
                place = fields.field(name);
            } else if (place instanceof Place.Named named && part instanceof String name) {
                path.add(name);
                place = named.each();
            } else {
                return inside(path, place, part, parts);
            }
        }
        return new Found(new Located(List.copyOf(path), place, Located.WHOLE));
    }

    private static Walk inside(List<String> path, Place place, Object part, List<Object> parts) {
        boolean last = parts.get(parts.size() - 1) == part;
        if (place instanceof Place.Value value && value.key().type().many() && part instanceof Integer index && last) {
            return new Found(new Located(List.copyOf(path), place, index));
        }
        return new Astray(List.copyOf(path), place, part);
    }
}
