package dev.roster.routes;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which Camel components routes may use. */
final class Components {

    private static final Set<String> OURS =
            Set.of("direct", "seda", "quartz", "timer", "sql", "jdbc", "log", "bean", "controlbus");
    private static final Set<String> HTTP = Set.of("http", "https");
    private static final String MAIL = "smtp";
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)(?::.*)?", Pattern.DOTALL);

    private final Set<String> allowed = new LinkedHashSet<>(OURS);

    /** @param further the settings' {@code routes-allow} */
    Components(Collection<String> further) {
        allowed.addAll(further);
    }

    boolean allows(String uri, Place place) {
        String scheme = scheme(uri);
        return scheme != null
                && (allowed.contains(scheme)
                        || place.isDoor() && HTTP.contains(scheme)
                        || place.isMailDoor() && scheme.equals(MAIL))
                && !runsScripts(uri);
    }

    /** Null when it does not begin with a plain word. */
    static @Nullable String scheme(String uri) {
        Matcher matcher = SCHEME.matcher(uri);
        return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : null;
    }

    static boolean isRemote(String uri) {
        String scheme = scheme(uri);
        return scheme != null && HTTP.contains(scheme);
    }

    private static boolean runsScripts(String uri) {
        return uri.toLowerCase(Locale.ROOT).startsWith("controlbus:language");
    }
}
