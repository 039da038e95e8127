package dev.roster.product;

import java.security.SecureRandom;

/** Passwords that nobody knows: people sign in through their single sign-on. */
final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 40;

    /** One sign of each kind is at the end, for products whose policy asks for them. */
    private static final String SUFFIX = "aA1!";

    private static final String SIGNS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private Passwords() {}

    static String next() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            password.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return password + SUFFIX;
    }
}
