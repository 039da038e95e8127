package dev.roster.settings.loading;

import java.util.List;

/**
 * What the strongest source says about one key.
 *
 * @param texts as written; one for a single value, none for an empty list
 * @param list whether it was written as a list, rather than as one text with commas
 */
record Entry(String where, List<String> texts, boolean list) {

    /** The value never appears by accident. */
    @Override
    public String toString() {
        return "***";
    }
}
