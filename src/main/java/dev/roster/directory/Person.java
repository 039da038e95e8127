package dev.roster.directory;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in Entra.
 *
 * @param id the object id; survives renames, and deletion with restoring
 * @param principalName null only when Graph does not show it
 * @param attributes by Graph's names, the selected ones that are not empty
 */
public record Person(
        String id, @Nullable String principalName, boolean enabled, boolean guest, Map<String, String> attributes) {}
