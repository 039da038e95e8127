package dev.roster.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * In which order accounts of one target take each other's names.
 *
 * <p>A run renames twice: first those accounts whose name another one waits for, then all others. Accounts that go
 * round in a circle step aside in between, to names of their own. A longer chain takes further runs.
 */
public final class RenameOrder {

    /** When an account gets its new name. */
    public enum Turn {
        /** Its new name is free, and somebody waits for the one that it has. */
        FIRST,
        /** Its new name is free by then, and nobody waits for the one that it has. */
        SECOND,
        /** First to a name of its own, then to the one that another of the same circle has given up. */
        ASIDE,
        /** Its new name is given up too late for this run. */
        NEXT_RUN,
        /** Its new name is not given up. */
        LEFT
    }

    private final Map<Rename, Turn> turns = new LinkedHashMap<>();
    private final Map<String, Rename> byNewName;

    private RenameOrder(Collection<Rename> renames) {
        byNewName = byName(renames, Rename::newKey);
        renames.forEach(rename -> turns.put(rename, Turn.ASIDE));
    }

    /** @param held those of the new names that accounts have now, in lower case */
    public static Map<Rename, Turn> turns(List<Rename> renames, Set<String> held) {
        RenameOrder order = new RenameOrder(renames);
        List<Rename> free = renames.stream()
                .filter(rename -> !held.contains(rename.newKey()) && order.alone(rename))
                .toList();
        order.chainsTo(free);
        order.leaveOpenEnds();
        return order.turns;
    }

    /** Two that want one name are both left as they are. */
    private boolean alone(Rename rename) {
        return rename.equals(byNewName.get(rename.newKey()));
    }

    private void chainsTo(List<Rename> free) {
        for (Rename end : free) {
            Rename next = waitingFor(end);
            turns.put(end, next == null ? Turn.SECOND : Turn.FIRST);
            Turn turn = Turn.SECOND;
            while (next != null) {
                turns.put(next, turn);
                turn = Turn.NEXT_RUN;
                next = waitingFor(next);
            }
        }
    }

    /** What is left now goes round in a circle, or ends at a name that nobody gives up. */
    private void leaveOpenEnds() {
        List<Rename> rest = turns.entrySet().stream()
                .filter(entry -> entry.getValue() == Turn.ASIDE)
                .map(Map.Entry::getKey)
                .toList();
        Map<String, Rename> holders = byName(rest, Rename::key);
        Deque<Rename> open = new ArrayDeque<>(rest.stream()
                .filter(rename -> !holders.containsKey(rename.newKey()) || !alone(rename))
                .toList());
        while (!open.isEmpty()) {
            Rename rename = open.pop();
            turns.put(rename, Turn.LEFT);
            Rename next = waitingFor(rename);
            if (next != null && turns.get(next) == Turn.ASIDE) {
                open.push(next);
            }
        }
    }

    private @Nullable Rename waitingFor(Rename holder) {
        return byNewName.get(holder.key());
    }

    private static Map<String, Rename> byName(Collection<Rename> renames, Function<Rename, String> name) {
        Map<String, Rename> byName = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (Rename rename : renames) {
            if (byName.putIfAbsent(name.apply(rename), rename) != null) {
                twice.add(name.apply(rename));
            }
        }
        twice.forEach(byName::remove);
        return byName;
    }
}
