package dev.roster.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What becomes of renames after others have failed. A name that was not given up cannot be taken: whoever waits for it
 * keeps its own, or goes back to it.
 *
 * @param kept are not carried out
 * @param back go back to their former name
 */
public record Retreat(List<Rename> kept, List<Rename> back) {

    public static Retreat after(Collection<Rename> failed, Collection<Rename> planned) {
        Set<String> people = failed.stream().map(Rename::personId).collect(Collectors.toSet());
        Set<String> held = failed.stream().map(Rename::key).collect(Collectors.toCollection(HashSet::new));
        Retreat retreat = new Retreat(new ArrayList<>(), new ArrayList<>());
        Set<Rename> open = new LinkedHashSet<>(planned);
        while (open.removeIf(rename -> retreat.includes(rename, people, held))) {
            // Each name that is kept may be one that a further account waits for.
        }
        return retreat;
    }

    private boolean includes(Rename rename, Set<String> people, Set<String> held) {
        if (people.contains(rename.personId())) {
            return kept.add(rename);
        }
        if (!held.contains(rename.newKey())) {
            return false;
        }
        held.add(rename.formerKey());
        return (rename.isSecondStep() ? back : kept).add(rename);
    }

    /** Whose account does not get the name that the plan wanted. */
    public Set<String> people() {
        Set<String> people = new HashSet<>();
        kept.forEach(rename -> people.add(rename.personId()));
        back.forEach(rename -> people.add(rename.personId()));
        return people;
    }
}
