package dev.roster.mapping;

import dev.roster.directory.Characters;

/** A pattern of the settings would take too long on a text from the directory. */
final class PatternGaveUp extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String detail;

    PatternGaveUp(String pattern, String text) {
        this("the pattern \"" + Characters.shown(pattern) + "\" takes too long on \"" + Characters.shown(text) + '"');
    }

    private PatternGaveUp(String detail) {
        super(detail);
        this.detail = detail;
    }

    String detail() {
        return detail;
    }
}
