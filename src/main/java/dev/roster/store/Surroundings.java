package dev.roster.store;

import dev.roster.directory.Names;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a look around finds in a product: its version, who Roster is there, and which groups give access or administer
 * it.
 *
 * @param access keys of the groups that give access
 * @param administrators keys of those that administer it
 */
public record Surroundings(String version, String ownName, Set<String> access, Set<String> administrators) {

    public static Surroundings of(
            String version, String ownName, Collection<String> accessGroups, Collection<String> adminGroups) {
        return new Surroundings(version, ownName, keys(accessGroups), keys(adminGroups));
    }

    private static Set<String> keys(Collection<String> names) {
        return names.stream().map(Names::key).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same for the same findings, and short. */
    String fingerprint() {
        String text = String.join("\n", version, ownName, access.toString(), administrators.toString());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
