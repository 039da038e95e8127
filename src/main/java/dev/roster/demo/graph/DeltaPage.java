package dev.roster.demo.graph;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of a round.
 *
 * @param next where the round goes on; null when this is its last page
 */
record DeltaPage(
        List<Map<String, @Nullable Object>> items, @Nullable Place next) {

    static final Place START = new Place(0, 0);

    /** Whereabouts in a round: an object, and, when that is a group, a member. */
    record Place(int object, int member) {}
}
