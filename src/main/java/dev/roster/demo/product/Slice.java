package dev.roster.demo.product;

import java.util.List;

/**
 * A part of a list.
 *
 * @param start how many come before it
 * @param total how many there are in all
 */
record Slice<T>(List<T> items, int start, int total) {

    boolean last() {
        return start + items.size() >= total;
    }

    static <T> Slice<T> of(List<T> all, int start, int limit) {
        int from = Math.min(Math.max(start, 0), all.size());
        int to = Math.min(all.size(), from + Math.max(limit, 0));
        return new Slice<>(all.subList(from, to), from, all.size());
    }
}
