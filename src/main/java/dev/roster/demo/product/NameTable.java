package dev.roster.demo.product;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Users or groups by name, by number, and in order of name. */
final class NameTable<T extends Named> {

    private final Map<String, T> byName = new HashMap<>();
    // A deleted one stays here: its number is never given to another.
    private final List<T> byNumber = new ArrayList<>();
    private final SortedNumbers sorted = new SortedNumbers(this::nameOf);

    @Nullable
    T find(String name) {
        return byName.get(Named.fold(name));
    }

    T numbered(int number) {
        return byNumber.get(number);
    }

    /** Null when there was never one, or it is deleted. */
    @Nullable
    T living(int number) {
        if (number < 0 || number >= byNumber.size()) {
            return null;
        }
        T one = byNumber.get(number);
        return byName.get(one.folded()) == one ? one : null;
    }

    String nameOf(int number) {
        return byNumber.get(number).folded();
    }

    int nextNumber() {
        return byNumber.size();
    }

    void add(T one) {
        if (one.number() == byNumber.size()) {
            byNumber.add(one);
        } else {
            byNumber.set(one.number(), one);
        }
        byName.put(one.folded(), one);
        sorted.add(one.number());
    }

    void remove(T one) {
        sorted.remove(one.number());
        byName.remove(one.folded());
    }

    SortedNumbers sorted() {
        return sorted;
    }

    int size() {
        return sorted.size();
    }
}
