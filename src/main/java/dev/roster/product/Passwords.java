package dev.roster.product;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords that nobody knows: people sign in through their single sign-on. */
final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 30;

    /** One sign of each kind is at the end, for products whose policy asks for them. */
    private static final String SUFFIX = "aA1!";

    private Passwords() {}

    static String next() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret); // All at once: each call waits for those of other requests.
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + SUFFIX;
    }
}
