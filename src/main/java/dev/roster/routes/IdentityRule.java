package dev.roster.routes;

import dev.roster.routes.YamlPart.Entry;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a route is called and what it is for; used once for all files, as a name stands for one thing. */
final class IdentityRule {

    private static final Set<String> KINDS =
            Set.of("route", "routeTemplate", "templatedRoute", "routeConfiguration", "beans");
    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Map<String, RouteFault> known = new HashMap<>();

    void check(Entry item, Consumer<RouteFault> faults) {
        if (!KINDS.contains(item.name())) {
            faults.accept(item.key()
                    .fault(
                            "'" + item.name() + "' at the top of a file",
                            "use one of "
                                    + String.join(", ", KINDS.stream().sorted().toList())));
        } else if (!item.name().equals("beans")) {
            named(item, faults);
        }
    }

    private void named(Entry item, Consumer<RouteFault> faults) {
        YamlPart body = item.value();
        String id = body.text(item.name().equals("templatedRoute") ? "routeId" : "id");
        if (id == null) {
            faults.accept(item.key().fault("no id", "give it one that says what it does"));
        } else {
            called(item, id, faults);
        }
        YamlPart described = item.name().equals("routeTemplate") ? body.get("route") : body;
        if (!item.name().equals("templatedRoute")
                && isBlank(described == null ? null : described.text("description"))) {
            faults.accept(item.key().fault("no description", "say what it does and why"));
        }
    }

    private void called(Entry item, String id, Consumer<RouteFault> faults) {
        if (!KEBAB.matcher(id).matches()) {
            faults.accept(item.value().fault("the id '" + id + "'", "write ids in lower case with hyphens"));
        }
        boolean route = item.name().equals("route") || item.name().equals("templatedRoute");
        RouteFault here = item.value().fault("", "");
        RouteFault there = known.putIfAbsent((route ? "route" : item.name()) + " " + id, here);
        if (there != null) {
            faults.accept(item.value()
                    .fault(
                            "the id '" + id + "' is that of " + there.file() + ", line " + there.line() + ", too",
                            "give one of them another"));
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
