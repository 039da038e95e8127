package dev.roster.demo.product;

import java.util.Arrays;
import java.util.function.IntFunction;

/** A set of numbers in the order of the names they stand for; a member costs four bytes and no object. */
final class SortedNumbers {

    private static final int[] NONE = {};

    private final IntFunction<String> names;
    private int[] numbers = NONE;
    private int size;

    /** @param names gives the name to sort by, which must not change while its number is in here */
    SortedNumbers(IntFunction<String> names) {
        this.names = names;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return numbers[index];
    }

    boolean contains(int number) {
        return find(number) >= 0;
    }

    /** False when it is there already. */
    boolean add(int number) {
        int at = find(number);
        if (at >= 0) {
            return false;
        }
        int place = -at - 1;
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size + Math.max(4, size / 4));
        }
        System.arraycopy(numbers, place, numbers, place + 1, size - place);
        numbers[place] = number;
        size++;
        return true;
    }

    /** False when it is not there. */
    boolean remove(int number) {
        int at = find(number);
        if (at < 0) {
            return false;
        }
        System.arraycopy(numbers, at + 1, numbers, at, size - at - 1);
        size--;
        return true;
    }

    int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }

    private int find(int number) {
        String name = names.apply(number);
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = names.apply(numbers[middle]).compareTo(name);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }
}
