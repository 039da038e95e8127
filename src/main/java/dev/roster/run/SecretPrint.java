package dev.roster.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What is kept of a secret to notice that it has changed: as slow to guess from as a stored password. */
final class SecretPrint {

    private final PasswordEncoder encoder = new BCryptPasswordEncoder();

    String of(String secret) {
        return encoder.encode(digest(secret));
    }

    boolean isOf(String print, String secret) {
        return encoder.matches(digest(secret), print);
    }

    /** bcrypt takes no more than 72 bytes. */
    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
