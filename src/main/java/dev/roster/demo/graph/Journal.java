package dev.roster.demo.graph;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changed in a tenant, in order, since somebody first asked for changes. Guarded by the tenant. */
final class Journal {

    private final List<Entry> entries = new ArrayList<>();
    private boolean kept;

    /**
     * One change of an object, or of one member of a group.
     *
     * @param object as it is now, or was last
     * @param before null when there was nothing before: it is new, restored, or it is a member that changed
     * @param member who came or went; null for a change of the object itself
     */
    record Entry(
            SimulatedObject object,
            @Nullable SimulatedObject before,
            @Nullable SimulatedObject member) {

        String id() {
            return object.id();
        }
    }

    void changed(SimulatedObject object, @Nullable SimulatedObject before) {
        note(new Entry(object, before, null));
    }

    void linked(SimulatedObject group, SimulatedObject member) {
        note(new Entry(group, null, member));
    }

    private void note(Entry entry) {
        // A tenant that nobody asks for changes may have a million memberships.
        if (kept) {
            entries.add(entry);
        }
    }

    /** How many changes there are by now. */
    int position() {
        kept = true;
        return entries.size();
    }

    List<Entry> between(int from, int to) {
        return List.copyOf(entries.subList(Math.min(from, to), to));
    }
}
