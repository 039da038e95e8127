package dev.roster.settings.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads names such as {@code roster.connections.acme corp.entra.tenant-id}, in which dots part the keys and can be in
 * the chosen names as well: the tree of keys says where a name may end.
 */
final class DottedNames {
    private static final Pattern POSITION = Pattern.compile("\\[(\\d{1,6})]");

    private DottedNames() {}

    /** Every place that the name may mean, those with short chosen names first; the name is without {@code roster}. */
    static List<Located> candidates(String rest) {
        List<Located> found = new ArrayList<>();
        search(KeyTable.TREE, rest, List.of(), found);
        return found;
    }

    /** The most sensible of the candidates, or the point at which the name leads astray. */
    static Walk read(String rest, List<Located> candidates, ChosenNames names) {
        return candidates.stream()
                .filter(candidate -> !names.prolongs(candidate.path()))
                .max(Comparator.<Located>comparingInt(candidate -> names.known(candidate.path()))
                        .thenComparingInt(candidate -> -candidates.indexOf(candidate)))
                .<Walk>map(Walk.Found::new)
                .orElseGet(() -> Walk.follow(guess(rest, names)));
    }

    private static void search(Place place, String rest, List<String> path, List<Located> found) {
        if (rest.isEmpty()) {
            found.add(new Located(path, place, Located.WHOLE));
        } else if (place instanceof Place.Value value) {
            Matcher position = POSITION.matcher(rest);
            if (value.key().type().many() && position.matches()) {
                found.add(new Located(path, place, Integer.parseInt(position.group(1))));
            }
        } else if (place instanceof Place.Fields fields) {
            searchField(fields, rest, path, found);
        } else if (place instanceof Place.Named named) {
            searchNamed(named, rest, path, found);
        }
    }

    private static void searchField(Place.Fields fields, String rest, List<String> path, List<Located> found) {
        if (rest.charAt(0) == '.') {
            int end = end(rest, 1);
            String name = fields.nameOf(rest.substring(1, end));
            if (name != null) {
                search(fields.field(name), rest.substring(end), extended(path, name), found);
            }
        }
    }

    private static void searchNamed(Place.Named named, String rest, List<String> path, List<Located> found) {
        if (rest.charAt(0) == '[') {
            // Spring's own way to write names with special characters.
            for (int end = rest.indexOf(']'); end > 0; end = rest.indexOf(']', end + 1)) {
                search(named.each(), rest.substring(end + 1), extended(path, rest.substring(1, end)), found);
            }
        }
        int start = rest.charAt(0) == '.' ? 1 : 0;
        for (int end = end(rest, start + 1); end <= rest.length(); end = end(rest, end + 1)) {
            search(named.each(), rest.substring(end), extended(path, rest.substring(start, end)), found);
        }
    }

    /** The next place at which a name may end; beyond the text when there is none any more. */
    private static int end(String text, int from) {
        if (from > text.length()) {
            return text.length() + 1;
        }
        int end = from;
        while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
            end++;
        }
        return end;
    }

    /** The parts of a name that fits nowhere, as far as known names and the next dots tell. */
    private static List<Object> guess(String rest, ChosenNames names) {
        List<Object> parts = new ArrayList<>();
        List<String> path = new ArrayList<>();
        Place place = KeyTable.TREE;
        String left = rest;
        while (!left.isEmpty()) {
            left = left.charAt(0) == '.' ? left.substring(1) : left;
            String part = place instanceof Place.Named ? nextName(left, names.at(path)) : nextPart(left);
            left = left.substring(part.length());
            Matcher position = POSITION.matcher(part);
            String name = place instanceof Place.Named ? part.replaceAll("^\\[(.*)]$", "$1") : part;
            parts.add(position.matches() ? Integer.valueOf(position.group(1)) : name);
            path.add(name);
            place = below(place, name);
        }
        return parts;
    }

    private static Place below(Place place, String name) {
        if (place instanceof Place.Named named) {
            return named.each();
        }
        String field = place instanceof Place.Fields fields ? fields.nameOf(name) : null;
        return field == null ? place : ((Place.Fields) place).field(field);
    }

    private static String nextName(String left, Iterable<String> known) {
        if (left.startsWith("[") && left.indexOf(']') > 0) {
            return left.substring(0, left.indexOf(']') + 1);
        }
        String longest = "";
        for (String name : known) {
            if (name.length() > longest.length() && (left.equals(name) || left.startsWith(name + "."))) {
                longest = name;
            }
        }
        return longest.isEmpty() ? nextPart(left) : longest;
    }

    private static String nextPart(String left) {
        return left.isEmpty() ? "" : left.substring(0, Math.min(end(left, 1), left.length()));
    }

    private static List<String> extended(List<String> path, String name) {
        List<String> extended = new ArrayList<>(path);
        extended.add(name);
        return List.copyOf(extended);
    }
}
