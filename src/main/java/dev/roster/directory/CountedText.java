package dev.roster.directory;

/**
 * A text that can be read only so often. Matching has no time limit of its own, and a pattern such as {@code (a|aa)+(b)\2}
 * reads some texts a billion times; whoever may choose a display name could stop a run with one.
 */
final class CountedText implements CharSequence {
    private static final int MOST_READS = 1_000_000;

    private final String text;
    private final String pattern;
    private int reads;

    CountedText(String text, String pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    /** @throws PatternGaveUp when it has been read too often */
    @Override
    public char charAt(int index) {
        if (++reads > MOST_READS) {
            throw new PatternGaveUp(pattern, text);
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
