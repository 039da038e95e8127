package dev.roster.settings.loading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reads names of environment variables such as {@code ROSTER_CONNECTIONS_ACME_ENTRA_CLIENTSECRET}. They have lost case,
 * dashes and dots, so that known names decide what they mean; a new name must be a single word.
 */
final class VariableNames {
    private static final String PREFIX = "ROSTER_";
    private final ChosenNames names;

    VariableNames(ChosenNames names) {
        this.names = names;
    }

    static boolean belongs(String variable) {
        return variable.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) && variable.indexOf('.') < 0;
    }

    /**
     * Whether a variable that means nothing is a mistake: Kubernetes, scripts and images set variables of their own
     * that begin with ROSTER_, such as ROSTER_SERVICE_HOST and ROSTER_PORT.
     */
    static boolean isMeantForUs(String variable) {
        String section = tokens(variable).get(0);
        return section.equals("connections") || section.equals("access") || section.equals("notify");
    }

    /** The places it may mean: those among known names, or else those with a new one. */
    List<Located> candidates(String variable) {
        List<Located> found = new ArrayList<>();
        search(KeyTable.TREE, tokens(variable), List.of(), found);
        List<Located> known =
                found.stream().filter(each -> isKnown(each.path())).toList();
        return (known.isEmpty() ? found : known).stream().distinct().toList();
    }

    private boolean isKnown(List<String> path) {
        ChosenNames itself = new ChosenNames();
        itself.addAll(path);
        return names.known(path) == itself.known(path);
    }

    private static List<String> tokens(String variable) {
        return Arrays.asList(
                variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT).split("_", -1));
    }

    private void search(Place place, List<String> tokens, List<String> path, List<Located> found) {
        if (place instanceof Place.Value value) {
            boolean position = tokens.size() == 1 && tokens.get(0).matches("\\d{1,6}");
            if (tokens.isEmpty()) {
                found.add(new Located(path, place, Located.WHOLE));
            } else if (position && value.key().type().many()) {
                found.add(new Located(path, place, Integer.parseInt(tokens.get(0))));
            }
            return;
        }
        for (int count = 1; count <= tokens.size(); count++) {
            String word = String.join("", tokens.subList(0, count));
            List<String> left = tokens.subList(count, tokens.size());
            if (place instanceof Place.Fields fields) {
                searchField(fields, word, left, path, found);
            } else if (place instanceof Place.Named named) {
                searchNamed(named, word, count == 1, left, path, found);
            }
        }
    }

    private void searchField(
            Place.Fields fields, String word, List<String> left, List<String> path, List<Located> found) {
        String name = fields.nameOf(word);
        if (name != null) {
            search(fields.field(name), left, extended(path, name), found);
        }
    }

    private void searchNamed(
            Place.Named named, String word, boolean single, List<String> left, List<String> path, List<Located> found) {
        String plain = Plain.lettersAndDigits(word);
        List<String> matching = names.at(path).stream()
                .filter(name -> Plain.lettersAndDigits(name).equals(plain))
                .toList();
        matching.forEach(name -> search(named.each(), left, extended(path, name), found));
        if (matching.isEmpty() && single && !word.isEmpty()) {
            search(named.each(), left, extended(path, word), found);
        }
    }

    private static List<String> extended(List<String> path, String name) {
        List<String> extended = new ArrayList<>(path);
        extended.add(name);
        return List.copyOf(extended);
    }
}
