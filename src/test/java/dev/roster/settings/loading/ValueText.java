package dev.roster.settings.loading;

import java.util.Collection;
import java.util.stream.Collectors;

/** YAML for one value, and what is read from it as text. */
final class ValueText {
    private ValueText() {}

    /** {@code a.b} and {@code c} as YAML: a, below it b with the value. */
    static String nested(String path, String value) {
        String[] keys = path.split("\\.");
        StringBuilder yaml = new StringBuilder();
        for (int i = 0; i < keys.length; i++) {
            yaml.append("  ".repeat(i))
                    .append(keys[i])
                    .append(':')
                    .append(i == keys.length - 1 ? " " + value : "")
                    .append('\n');
        }
        return yaml.toString();
    }

    static String of(Object value) {
        return value instanceof Collection<?> many
                ? many.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"))
                : value.toString();
    }
}
