package dev.roster.console;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Recognises a password that was right before without hashing it again.
 *
 * <p>Without sessions every request brings the password, and a bcrypt hash takes a tenth of a second by design: a page
 * that refreshes itself would keep a core busy. What is kept is a keyed digest under a key of this process, so that
 * memory holds nothing to try passwords against. Wrong ones are never kept and always take the full time.
 */
final class RememberedPasswords implements PasswordEncoder {
    private static final int MOST = 100;

    private final PasswordEncoder encoder;
    private final SecretKeySpec key;
    private final Map<String, Boolean> right = new ConcurrentHashMap<>();

    RememberedPasswords(PasswordEncoder encoder) {
        this.encoder = encoder;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return encoder.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String stored) {
        String digest = digest(stored + "\n" + password);
        if (right.containsKey(digest)) {
            return true;
        }
        boolean matches = encoder.matches(password, stored);
        if (matches) {
            remember(digest);
        }
        return matches;
    }

    private void remember(String digest) {
        if (right.size() >= MOST) {
            right.clear();
        }
        right.put(digest, true);
    }

    private String digest(String text) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
