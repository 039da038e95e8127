package dev.roster.settings.loading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * A property under {@code roster}, from one source of Spring's environment.
 *
 * @param source the strength of its source: 0 is the strongest
 * @param variable whether its name is that of an environment variable
 */
record RosterProperty(
        int source,
        String name,
        @Nullable Object value,
        @Nullable Origin origin,
        String where,
        boolean variable) {
    private static final String ROOT = "roster";

    /** All of them, source by source, the strongest first. */
    static List<RosterProperty> allIn(ConfigurableEnvironment environment) {
        List<RosterProperty> all = new ArrayList<>();
        int strength = 0;
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> enumerable) {
                addAll(enumerable, strength, all);
            }
            strength++;
        }
        return List.copyOf(all);
    }

    private static void addAll(EnumerablePropertySource<?> source, int strength, List<RosterProperty> all) {
        boolean variables = source instanceof SystemEnvironmentPropertySource;
        for (String name : source.getPropertyNames()) {
            boolean variable = variables && VariableNames.belongs(name);
            if (variable || isBelowRoot(name)) {
                Origin origin = OriginLookup.getOrigin(source, name);
                String where = Where.of(source, name, origin);
                all.add(new RosterProperty(strength, name, source.getProperty(name), origin, where, variable));
            }
        }
    }

    private static boolean isBelowRoot(String name) {
        return name.regionMatches(true, 0, ROOT, 0, ROOT.length())
                && (name.length() == ROOT.length() || ".[".indexOf(name.charAt(ROOT.length())) >= 0);
    }

    /** The name without {@code roster}, beginning with a dot. */
    String rest() {
        return name.substring(ROOT.length());
    }

    boolean isEmpty() {
        return value == null
                || (value instanceof Collection<?> values && values.isEmpty())
                || (value instanceof java.util.Map<?, ?> map && map.isEmpty())
                || value.toString().isBlank();
    }

    /** The value never appears by accident. */
    @Override
    public String toString() {
        return name;
    }
}
