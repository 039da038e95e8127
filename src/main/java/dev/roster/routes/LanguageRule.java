package dev.roster.routes;

import dev.roster.routes.YamlPart.Entry;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** No program text in routes: simple expressions, constants and beans only. */
final class LanguageRule implements RouteRule {

    private static final Set<String> SCRIPTS = Set.of(
            "script",
            "language",
            "groovy",
            "mvel",
            "ognl",
            "spel",
            "js",
            "javascript",
            "python",
            "joor",
            "java",
            "csimple",
            "scriptlanguage");

    @Override
    public void check(Entry step, Place place, Consumer<RouteFault> faults) {
        if (SCRIPTS.contains(step.name().toLowerCase(Locale.ROOT))) {
            faults.accept(step.key().fault("a script (" + step.name() + ")", "use simple, or a method of a bean"));
        }
    }
}
