package dev.roster.demo.graph;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows memberships through nested groups, cycles included. */
record Closure(Map<Integer, SlotSet> members, SlotSet groups) {

    /** Everything directly or indirectly in this group; the group itself is not. */
    SlotSet below(int group) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        open.add(group);
        while (!open.isEmpty()) {
            SlotSet direct = members.get(open.remove());
            for (int i = 0; direct != null && i < direct.size(); i++) {
                visit(direct.get(i), seen, open);
            }
        }
        seen.clear(group);
        return sorted(seen);
    }

    /** Every group that this object is directly or indirectly in. */
    SlotSet above(int member) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        open.add(member);
        while (!open.isEmpty()) {
            SlotSet direct = parents(open.remove());
            for (int i = 0; i < direct.size(); i++) {
                visit(direct.get(i), seen, open);
            }
        }
        seen.clear(member);
        return sorted(seen);
    }

    /** The groups that this object is directly in. */
    SlotSet parents(int member) {
        SlotSet parents = new SlotSet();
        for (int i = 0; i < groups.size(); i++) {
            @Nullable SlotSet set = members.get(groups.get(i));
            if (set != null && set.contains(member)) {
                parents.add(groups.get(i));
            }
        }
        return parents;
    }

    private static void visit(int slot, BitSet seen, Deque<Integer> open) {
        if (!seen.get(slot)) {
            seen.set(slot);
            open.add(slot);
        }
    }

    private static SlotSet sorted(BitSet seen) {
        return SlotSet.ofSorted(seen.stream().toArray());
    }
}
