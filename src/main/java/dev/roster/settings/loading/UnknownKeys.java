package dev.roster.settings.loading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a key that leads nowhere, and what may have been meant. */
final class UnknownKeys {
    private UnknownKeys() {}

    static void report(Walk.Astray astray, String where, Faults faults) {
        if (astray.at() instanceof Place.Fields fields && astray.next() instanceof String next) {
            List<String> path = new ArrayList<>(astray.path());
            path.add(next);
            faults.add(path, where, "is no key that Roster knows", mend(astray.path(), fields, next));
        } else if (astray.at() instanceof Place.Value value) {
            faults.add(
                    astray.path(),
                    where,
                    shape(value.key(), astray.next()),
                    "give it as: " + value.key().type().what());
        } else {
            faults.add(
                    astray.path(),
                    where,
                    "takes keys below it, not a list",
                    "write 'name:' lines below it, without '-'");
        }
    }

    private static String shape(Key<?> key, Object next) {
        if (next instanceof Integer && !key.type().many()) {
            return "takes one value, not a list";
        }
        return next instanceof Integer ? "takes plain values in its list" : "takes a value, no keys below it";
    }

    private static String mend(List<String> path, Place.Fields fields, String next) {
        String sibling = Nearest.to(next, fields.byName().keySet());
        if (sibling != null) {
            return "did you mean " + sibling + "?";
        }
        String elsewhere = elsewhere(path, next);
        if (elsewhere != null) {
            return "did you mean " + elsewhere + "?";
        }
        return "remove it, or use one of: " + String.join(", ", fields.byName().keySet());
    }

    /** A key of that name in another section. */
    private static @Nullable String elsewhere(List<String> path, String next) {
        String uniform = Plain.uniform(next);
        return KeyTable.rows().stream()
                .filter(row -> Plain.uniform(last(row.pattern())).equals(uniform))
                .map(row -> Plain.line("roster." + filled(row.pattern(), path)))
                .findFirst()
                .orElse(null);
    }

    private static String last(String pattern) {
        return pattern.substring(pattern.lastIndexOf('.') + 1);
    }

    /** The pattern with the chosen names of a path in the place of its stars, as far as the two go together. */
    private static String filled(String pattern, List<String> path) {
        String[] parts = pattern.split("\\.");
        boolean together = true;
        for (int i = 0; i < parts.length; i++) {
            together = together && i < path.size() && (parts[i].equals("*") || parts[i].equals(path.get(i)));
            if (parts[i].equals("*")) {
                parts[i] = together ? path.get(i) : "<name>";
            }
        }
        return String.join(".", parts);
    }
}
