package dev.roster.directory;

/** A pattern of the settings would take too long on a text from the directory. */
public final class PatternGaveUp extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String detail;

    PatternGaveUp(String pattern, String text) {
        this("the pattern \"" + Characters.shown(pattern) + "\" takes too long on \"" + Characters.shown(text) + '"');
    }

    private PatternGaveUp(String detail) {
        super(detail);
        this.detail = detail;
    }

    public String detail() {
        return detail;
    }
}
