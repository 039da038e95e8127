package dev.roster.demo.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The objects of a directory by their slots and ids. A slot is a number that is never used again. */
final class SlotTable {

    private final List<@Nullable SimulatedObject> objects = new ArrayList<>();
    private final Map<String, Integer> slotsById = new HashMap<>();

    int take(SimulatedObject object) {
        int slot = objects.size();
        if (slotsById.putIfAbsent(ObjectIds.folded(object.id()), slot) != null) {
            throw new IllegalArgumentException("The id is taken: " + object.id());
        }
        objects.add(object);
        return slot;
    }

    void set(int slot, SimulatedObject object) {
        objects.set(slot, object);
    }

    void forget(int slot) {
        slotsById.remove(ObjectIds.folded(at(slot).id()));
        objects.set(slot, null);
    }

    SimulatedObject at(int slot) {
        SimulatedObject object = objects.get(slot);
        if (object == null) {
            throw new IllegalStateException("Slot " + slot + " is empty");
        }
        return object;
    }

    /** Null when nothing has this id. */
    @Nullable
    Integer find(String id) {
        return slotsById.get(ObjectIds.folded(id));
    }

    /** @throws NoSuchElementException when nothing has this id */
    int slot(String id) {
        return required(find(id), id);
    }

    static int required(@Nullable Integer slot, String id) {
        if (slot == null) {
            throw new NoSuchElementException("Not in the tenant: " + id);
        }
        return slot;
    }
}
