package dev.roster.routes;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What differs between two sets of things that have names.
 *
 * @param gone what is to be removed: it is there no more, or is another now
 * @param coming what is to be added: it is new, or another
 */
public record Delta(Set<String> gone, Set<String> coming) {

    /** @param before what each thing is made of, by its name */
    static Delta of(Map<String, String> before, Map<String, String> after) {
        return new Delta(differing(before, after), differing(after, before));
    }

    private static Set<String> differing(Map<String, String> here, Map<String, String> there) {
        Set<String> differing = new LinkedHashSet<>();
        here.forEach((name, content) -> {
            if (!content.equals(there.get(name))) {
                differing.add(name);
            }
        });
        return differing;
    }

    boolean isEmpty() {
        return gone.isEmpty() && coming.isEmpty();
    }

    Delta back() {
        return new Delta(coming, gone);
    }
}
