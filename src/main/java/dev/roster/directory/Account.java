package dev.roster.directory;

import org.jspecify.annotations.Nullable;

/**
 * An account as a product shows it.
 *
 * @param id what the product itself keys it by; stays when the name changes
 * @param displayName null where the product does not show it
 * @param email null where the product does not show it, which is not the same as having none
 * @param writable whether the product lets Roster change it
 */
public record Account(
        String id,
        String name,
        @Nullable String displayName,
        @Nullable String email,
        boolean active,
        boolean writable) {

    /** What two spellings of this name have in common. */
    public String key() {
        return Names.key(name);
    }
}
