package dev.roster.demo.graph;

import java.util.Arrays;

/** An ordered set of positions in the directory, four bytes each: a million memberships fit in a few megabytes. */
final class SlotSet {

    private int[] slots;
    private int size;

    SlotSet() {
        this.slots = new int[4];
    }

    private SlotSet(int[] slots) {
        this.slots = slots;
        this.size = slots.length;
    }

    static SlotSet ofSorted(int[] slots) {
        return new SlotSet(slots);
    }

    boolean add(int slot) {
        int at = position(slot);
        if (at >= 0) {
            return false;
        }
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, size + Math.max(4, size / 2));
        }
        int insertion = -at - 1;
        System.arraycopy(slots, insertion, slots, insertion + 1, size - insertion);
        slots[insertion] = slot;
        size++;
        return true;
    }

    boolean remove(int slot) {
        int at = position(slot);
        if (at < 0) {
            return false;
        }
        System.arraycopy(slots, at + 1, slots, at, size - at - 1);
        size--;
        return true;
    }

    boolean contains(int slot) {
        return position(slot) >= 0;
    }

    int size() {
        return size;
    }

    int get(int position) {
        return slots[position];
    }

    /** The position of the first slot that is not below this one. */
    int firstFrom(int slot) {
        int at = position(slot);
        return at >= 0 ? at : -at - 1;
    }

    private int position(int slot) {
        // New objects have the highest slot, so appending is the usual case.
        if (size == 0 || slots[size - 1] < slot) {
            return -size - 1;
        }
        return Arrays.binarySearch(slots, 0, size, slot);
    }
}
