package dev.roster.directory;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in Entra.
 *
 * @param id the object id; survives renames, and deletion with restoring
 * @param principalName null only when Graph does not show it
 * @param attributes by Graph's names, the selected ones that are not empty
 */
public record Person(
        String id, @Nullable String principalName, boolean enabled, boolean guest, Map<String, String> attributes) {

    /** The same person with another value of one attribute. */
    public Person with(String attribute, String value) {
        Map<String, String> others = new TreeMap<>(attributes);
        others.put(attribute, value);
        return new Person(id, principalName, enabled, guest, Map.copyOf(others));
    }
}
