package dev.roster.routes;

import dev.roster.routes.YamlPart.Entry;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** No header that steers Camel: one that data gets into would redirect the next request. */
final class HeaderRule implements RouteRule {

    private static final Set<String> SETTING = Set.of("setHeader", "setVariable");

    @Override
    public void check(Entry step, Place place, Consumer<RouteFault> faults) {
        if (SETTING.contains(step.name())) {
            check(step.value(), step.name(), faults);
        } else if (step.name().equals("setHeaders")) {
            YamlPart headers = step.value().get("headers");
            if (headers != null) {
                headers.items().forEach(header -> check(header, "setHeader", faults));
            }
        }
    }

    private static void check(YamlPart step, String kind, Consumer<RouteFault> faults) {
        String name = step.text("name");
        if (kind.equals("setVariable") ? writesHeader(name) : steers(name)) {
            faults.accept(step.fault(
                    "sets the header '" + name + "'",
                    "keep state in variables; addresses come from the variable call"));
        }
    }

    private static boolean writesHeader(@Nullable String name) {
        return name != null && name.startsWith("header:");
    }

    private static boolean steers(@Nullable String name) {
        return name == null
                || name.toLowerCase(Locale.ROOT).startsWith("camel")
                || name.contains("{{")
                || name.contains("${");
    }
}
