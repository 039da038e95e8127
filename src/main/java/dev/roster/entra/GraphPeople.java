package dev.roster.entra;

import dev.roster.directory.Person;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Graph's users as people. */
public final class GraphPeople {

    private static final List<String> ALWAYS = List.of("id", "accountEnabled", "userType", "userPrincipalName");
    private static final String EXTENSIONS = "onPremisesExtensionAttributes";
    private static final Pattern EXTENSION = Pattern.compile("extensionAttribute\\d{1,2}");
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,127}");

    private GraphPeople() {}

    /**
     * The value of {@code $select} with which these attributes are shown, always in the same order. Graph does not let
     * a single extensionAttribute be selected, only all fifteen.
     *
     * @throws IllegalArgumentException when one cannot be the name of an attribute
     */
    public static String select(Set<String> attributes) {
        SortedSet<String> more = new TreeSet<>();
        for (String attribute : attributes) {
            if (!ATTRIBUTE.matcher(attribute).matches()) {
                throw new IllegalArgumentException("not the name of an attribute: " + Shown.text(attribute));
            }
            more.add(EXTENSION.matcher(attribute).matches() ? EXTENSIONS : attribute);
        }
        ALWAYS.forEach(more::remove);
        return Stream.concat(ALWAYS.stream(), more.stream()).collect(Collectors.joining(","));
    }

    /**
     * The people of a page, without those annotated as removed.
     *
     * @throws MalformedAnswer when one has no id, or does not say whether it is enabled: a guess would deactivate or
     *     activate somebody by luck
     */
    public static List<Person> people(List<? extends @Nullable Object> users) {
        return GraphObject.present("user", users).stream()
                .map(GraphPeople::person)
                .toList();
    }

    private static Person person(GraphObject user) {
        String principalName = user.text("userPrincipalName").orElse(null);
        return new Person(
                user.id(), principalName, user.requiredFlag("accountEnabled"), isGuest(user), attributes(user));
    }

    /** Either sign counts: a guest may be of type Member, and a person of the tenant may be of type Guest. */
    private static boolean isGuest(GraphObject user) {
        boolean type = user.text("userType").filter("Guest"::equalsIgnoreCase).isPresent();
        return type
                || user.text("userPrincipalName")
                        .filter(name -> name.toUpperCase(Locale.ROOT).contains("#EXT#"))
                        .isPresent();
    }

    private static Map<String, String> attributes(GraphObject user) {
        Map<String, String> attributes = new TreeMap<>();
        putFlat(attributes, user.fields());
        if (user.fields().get(EXTENSIONS) instanceof Map<?, ?> extensions) {
            putFlat(attributes, extensions);
        }
        user.texts("otherMails").stream().findFirst().ifPresent(mail -> attributes.put("otherMails", mail));
        return Map.copyOf(attributes);
    }

    private static void putFlat(Map<String, String> attributes, Map<?, ?> fields) {
        fields.forEach((name, value) -> {
            if (name instanceof String attribute && !attribute.contains("@")) {
                flat(value).ifPresent(text -> attributes.put(attribute, text));
            }
        });
    }

    /** Directory extensions may be whole numbers, such as a personnel number. */
    private static Optional<String> flat(@Nullable Object value) {
        if (value instanceof String text && !text.isBlank()) {
            return Optional.of(text);
        }
        boolean whole = value instanceof Integer || value instanceof Long || value instanceof BigInteger;
        return whole ? Optional.of(String.valueOf(value)) : Optional.empty();
    }
}
