package dev.roster.product;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names that begin alike, for a search by the beginning that shows only so many.
 *
 * @param start what they all begin with; never cut inside a character
 * @param names which are asked about; others may begin so, too
 */
public record NamePart(String start, List<String> names) {

    /** So many are shown, whoever else there is. */
    private static final int SHOWN = 100;

    /** With more names than these, there would hardly be room for those of others. */
    private static final int MOST = 60;

    /** Fewer are looked up one by one at the same cost. */
    private static final int LEAST = 3;

    /** Names that begin like too few others are in none. */
    static List<NamePart> of(List<String> names) {
        return below("", names).toList();
    }

    /**
     * The same names by longer beginnings, when so many were found that there may be more; none when all were shown.
     *
     * @param found how many were found, whatever their names
     */
    List<NamePart> after(int found) {
        return found < SHOWN ? List.of() : below(start, names).toList();
    }

    private static Stream<NamePart> below(String start, List<String> names) {
        Map<String, List<String>> longer = names.stream()
                .filter(name -> name.length() > start.length())
                .collect(Collectors.groupingBy(name -> oneLonger(start, name), TreeMap::new, Collectors.toList()));
        return longer.entrySet().stream()
                .filter(part -> part.getValue().size() >= LEAST)
                .flatMap(part -> part.getValue().size() > MOST
                        ? below(part.getKey(), part.getValue())
                        : Stream.of(new NamePart(common(part.getValue()), part.getValue())));
    }

    private static String oneLonger(String start, String name) {
        return name.substring(0, name.offsetByCodePoints(start.length(), 1));
    }

    private static String common(List<String> names) {
        String common = names.get(0);
        for (String name : names) {
            while (!name.startsWith(common)) {
                common = common.substring(0, common.offsetByCodePoints(common.length(), -1));
            }
        }
        return common;
    }
}
