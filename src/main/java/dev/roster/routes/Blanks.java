package dev.roster.routes;

import java.util.List;
import java.util.function.Predicate;

/** Leaves some parts of a file out without moving the others to other lines. */
final class Blanks {

    private Blanks() {}

    /** @param parts all parts of the file, in their order */
    static String keep(String text, List<RoutePart> parts, Predicate<RoutePart> wanted) {
        String[] lines = text.split("\r?\n|\r", -1);
        for (int i = 0; i < parts.size(); i++) {
            int end = i + 1 < parts.size() ? begin(lines, parts.get(i + 1)) : lines.length;
            if (!wanted.test(parts.get(i))) {
                for (int line = begin(lines, parts.get(i)); line < end; line++) {
                    lines[line] = "";
                }
            }
        }
        return String.join("\n", lines);
    }

    /** Counted from 0; the hyphen of a list can stand on a line before what it begins. */
    private static int begin(String[] lines, RoutePart part) {
        int line = part.first() - 1;
        while (line > 0 && lines[line - 1].strip().matches("-(\\s+#.*)?")) {
            line--;
        }
        return line;
    }
}
