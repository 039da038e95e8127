package dev.roster.sync;

import java.util.Map;
import java.util.NoSuchElementException;

/** Reads what a test has put into a map before. */
final class Kept {

    private Kept() {}

    static <K, V> V in(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new NoSuchElementException(String.valueOf(key));
        }
        return value;
    }
}
