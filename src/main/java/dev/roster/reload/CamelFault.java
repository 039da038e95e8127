package dev.roster.reload;

import dev.roster.routes.RouteFault;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Camel says about routes that it does not take.
 *
 * @param file its name; empty when Camel does not say
 * @param line 0 when Camel does not say
 * @param problem in one line
 * @param step how Camel calls the step to blame; empty when it names none
 * @param cause what went wrong in the first place
 */
record CamelFault(String file, int line, String problem, String step, String cause) {

    private static final int LONGEST = 400;
    private static final Pattern LINE = Pattern.compile("\\bline (\\d+)");
    private static final Pattern FILE = Pattern.compile("([^/\\\\\\s:]+\\.camel\\.yaml)");
    private static final Pattern STEP = Pattern.compile(">>> (.*?) <<<", Pattern.DOTALL);

    static CamelFault of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String all = failure.getMessage() + "\n" + root.getMessage();
        String step = found(STEP, all, "");
        String cause = String.valueOf(root.getMessage());
        return new CamelFault(
                found(FILE, all, ""), Integer.parseInt(found(LINE, all, "0")), oneLine(step, cause), step, cause);
    }

    private static String oneLine(String step, String cause) {
        String text = (step.isEmpty() ? cause : step + ": " + cause)
                .replaceAll("\\s+", " ")
                .strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }

    private static String found(Pattern pattern, String text, String otherwise) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : otherwise;
    }

    /** Texts in which something of the file may be quoted, the more telling one first. */
    List<String> quotes() {
        return List.of(step, cause);
    }

    RouteFault inFile(String name, String mend) {
        return new RouteFault(name, Math.max(line, 1), problem, mend);
    }

    RouteFault somewhere(String mend) {
        return file.isEmpty() ? RouteFault.of("roster.routes-dir", problem, mend) : inFile(file, mend);
    }
}
