package dev.roster.mapping;

import dev.roster.directory.Names;
import dev.roster.directory.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A group of a target that a group in Entra fills.
 *
 * @param groupId the object id in Entra
 * @param name when the product cannot hold it, a readable form of it, at most 120 characters long
 * @param verdict null for a group selected so far: clashes and what the target holds come later
 * @param detail more about the verdict
 */
public record MappedGroup(
        String groupId,
        String name,
        @Nullable Reason verdict,
        @Nullable String detail) {

    /** What two spellings of this name have in common. */
    public String key() {
        return Names.key(name);
    }
}
