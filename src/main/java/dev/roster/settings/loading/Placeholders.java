package dev.roster.settings.loading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.env.PropertyResolver;
import org.springframework.util.PlaceholderResolutionException;

/** Resolves {@code ${…}} as Spring does, and says in the reader's words what is missing. */
final class Placeholders {
    private static final Pattern ONE = Pattern.compile("\\$\\{([A-Za-z0-9_.\\-]+)}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*");
    private final PropertyResolver resolver;

    Placeholders(PropertyResolver resolver) {
        this.resolver = resolver;
    }

    /**
     * The text with its placeholders resolved.
     *
     * @throws BadValue when one is not set; it is named only if the raw text is nothing but that placeholder or the
     *     setting is no secret, because a secret itself may contain such characters
     */
    Text resolve(String raw, boolean secret) throws BadValue {
        try {
            return new Text(raw, resolver.resolveRequiredPlaceholders(raw));
        } catch (PlaceholderResolutionException e) {
            throw missing(raw, secret, e.getPlaceholder());
        } catch (IllegalArgumentException e) {
            throw unnamed();
        }
    }

    private BadValue missing(String raw, boolean secret, String placeholder) {
        Matcher whole = ONE.matcher(raw.strip());
        if (whole.matches() && !resolver.containsProperty(whole.group(1))) {
            return notSet(whole.group(1));
        }
        Matcher inside = ONE.matcher(raw);
        while (!secret && inside.find()) {
            if (inside.group(1).equals(placeholder)) {
                return notSet(placeholder);
            }
        }
        return unnamed();
    }

    private static BadValue notSet(String name) {
        return VARIABLE.matcher(name).matches()
                ? new BadValue("the environment variable " + name + " is not set", "set " + name + " before the start")
                : new BadValue("the property " + name + " is not set", "set " + name + ", or write the value itself");
    }

    private static BadValue unnamed() {
        return new BadValue(
                "it has a placeholder '${…}' that does not resolve",
                "set what it refers to, or write \\${ where the two characters are meant");
    }
}
