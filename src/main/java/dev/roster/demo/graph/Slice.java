package dev.roster.demo.graph;

import java.util.List;

/**
 * Some objects out of an ordered set.
 *
 * @param next the slot to go on from, or {@link #END}
 */
record Slice(List<SimulatedObject> items, int next) {

    static final int END = -1;

    boolean isLast() {
        return next == END;
    }
}
