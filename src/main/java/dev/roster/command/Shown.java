package dev.roster.command;

import dev.roster.directory.Characters;

/** Texts from directories and products on a terminal, which obeys what hides in them unless it is taken out. */
final class Shown {

    private Shown() {}

    /** In one line, and without anything that cannot be seen. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t') {
                line.append(' ');
            } else if (Characters.hidden(c)) {
                line.append(String.format("U+%04X", c));
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.toString();
    }
}
