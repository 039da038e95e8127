package dev.roster.store;

import dev.roster.settings.Scope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A filter that Graph evaluates. Targets with the same one share what it finds. */
public record UserFilter(String text) {

    public static Optional<UserFilter> of(Scope scope) {
        return Optional.ofNullable(scope.userFilter()).map(UserFilter::new);
    }

    /** What its people are kept under; a filter may be longer than a key. */
    public String key() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
