package dev.roster.demo.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a {@code $filter}, read one after the other. */
final class FilterWords {

    private static final Pattern WORD = Pattern.compile("\\s*('(?:[^']|'')*'|[A-Za-z_][\\w./]*|[(),:]|\\S)");

    private final String text;
    private final List<String> words = new ArrayList<>();
    private int next;

    FilterWords(String text) {
        this.text = text;
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group(1));
        }
    }

    boolean atEnd() {
        return next >= words.size();
    }

    String peek() {
        return atEnd() ? "" : words.get(next);
    }

    String take() {
        if (atEnd()) {
            throw syntax();
        }
        return words.get(next++);
    }

    /** Takes the next word if it is this one. */
    boolean accept(String word) {
        if (peek().equalsIgnoreCase(word)) {
            next++;
            return true;
        }
        return false;
    }

    void expect(String word) {
        if (!accept(word)) {
            throw syntax();
        }
    }

    GraphError syntax() {
        return GraphError.badRequest(
                "Invalid filter clause: There is a syntax error at word " + (next + 1) + " in '" + text + "'.");
    }
}
