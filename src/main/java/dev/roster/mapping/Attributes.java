package dev.roster.mapping;

import dev.roster.directory.Characters;
import dev.roster.directory.Person;
import java.util.List;
import java.util.stream.Stream;

/** The attributes of a person by the names that settings use. */
final class Attributes {
    private static final String EXTENSIONS = "onPremisesExtensionAttributes";

    private Attributes() {}

    /** The values that are not empty, in the order of the names. */
    static Stream<String> values(Person person, List<String> names) {
        return names.stream().map(name -> value(person, name)).filter(value -> !Characters.blank(value));
    }

    /** What to ask Graph for: the fifteen extension attributes come only all together. */
    static String graphName(String name) {
        return shortName(name).matches("extensionAttribute\\d+") ? EXTENSIONS : name;
    }

    private static String value(Person person, String name) {
        String value = person.attributes().getOrDefault(shortName(name), "");
        if (!value.isEmpty()) {
            return value;
        }
        return switch (name) {
            case "id" -> person.id();
            case "userPrincipalName" -> person.principalName() == null ? "" : person.principalName();
            default -> "";
        };
    }

    private static String shortName(String name) {
        return name.startsWith(EXTENSIONS + ".") ? name.substring(EXTENSIONS.length() + 1) : name;
    }
}
