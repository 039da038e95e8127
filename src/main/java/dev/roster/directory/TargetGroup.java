package dev.roster.directory;

/**
 * A group as a product shows it.
 *
 * @param grantsAccess its members may use the product
 * @param administrators its members may administer the product
 */
public record TargetGroup(String name, boolean grantsAccess, boolean administrators) {

    /** What two spellings of this name have in common. */
    public String key() {
        return Names.key(name);
    }
}
