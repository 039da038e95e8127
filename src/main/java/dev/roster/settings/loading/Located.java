package dev.roster.settings.loading;

import java.util.List;

/**
 * Where in the tree of keys a property belongs.
 *
 * @param index its position in a list; {@link #WHOLE} when it stands for the whole
 */
record Located(List<String> path, Place place, int index) {
    static final int WHOLE = -1;
}
