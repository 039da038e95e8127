package dev.roster.product;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first two numbers of a product's version. */
record Version(int major, int minor) {

    private static final Pattern START = Pattern.compile("^(\\d{1,4})(?:\\.(\\d{1,4}))?");

    /** @throws UnexpectedAnswer unless it starts with a number */
    static Version of(String text) {
        Matcher matcher = START.matcher(text);
        if (!matcher.find()) {
            throw new UnexpectedAnswer("no version number");
        }
        String minor = matcher.group(2);
        return new Version(Integer.parseInt(matcher.group(1)), minor == null ? 0 : Integer.parseInt(minor));
    }

    boolean atLeast(int otherMajor, int otherMinor) {
        return major > otherMajor || major == otherMajor && minor >= otherMinor;
    }
}
