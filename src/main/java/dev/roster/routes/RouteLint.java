package dev.roster.routes;

import dev.roster.routes.YamlPart.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks route files without running them.
 *
 * <p>Who writes routes is trusted; what directories and products answer is not. So the rules are about what data could
 * reach: addresses, headers that steer Camel, scripts, secrets.
 */
public final class RouteLint {

    /** Options and beans, which hold no steps. */
    private static final Set<String> NO_STEPS = Set.of("parameters", "properties", "constructors", "beans");

    private final Components components;
    private final List<RouteRule> rules;

    /** @param furtherComponents the settings' {@code routes-allow} */
    public RouteLint(Collection<String> furtherComponents) {
        this.components = new Components(furtherComponents);
        this.rules = List.of(new EndpointRule(components), new LanguageRule(), new HeaderRule());
    }

    /**
     * Every fault, in the order of the files.
     *
     * @param texts the files by their names; all of them together, as one refers to another
     */
    public List<RouteFault> check(Map<String, String> texts) {
        List<RouteFile> files = texts.entrySet().stream()
                .map(file -> RouteFile.parse(file.getKey(), file.getValue()))
                .toList();
        List<RouteFault> faults = new ArrayList<>();
        IdentityRule identity = new IdentityRule();
        Map<String, Set<String>> addresses = addressParameters(files);
        for (RouteFile file : files) {
            faults.addAll(file.faults());
            for (Entry item : file.faults().isEmpty() ? file.items() : List.<Entry>of()) {
                identity.check(item, faults::add);
                SecretRule.check(item.value(), faults::add);
                item(item, addresses, faults::add);
            }
        }
        return faults;
    }

    private void item(Entry item, Map<String, Set<String>> addresses, Consumer<RouteFault> faults) {
        YamlPart body = item.value();
        switch (item.name()) {
            case "routeTemplate" -> {
                Place place = new Place(body.text("id"), parameters(body));
                steps(body, place, faults);
                values(body.text("id"), body, "defaultValue", addresses, faults);
            }
            case "templatedRoute" -> values(body.text("routeTemplateRef"), body, "value", addresses, faults);
            case "beans" -> body.items().forEach(bean -> bean.entries().forEach(entry -> scripts(entry, faults)));
            default -> steps(body, new Place(null, List.of()), faults);
        }
    }

    private static void scripts(Entry entry, Consumer<RouteFault> faults) {
        new LanguageRule().check(entry, new Place(null, List.of()), faults);
    }

    private void steps(YamlPart part, Place place, Consumer<RouteFault> faults) {
        part.items().forEach(item -> steps(item, place, faults));
        for (Entry entry : part.entries()) {
            if (!NO_STEPS.contains(entry.name())) {
                rules.forEach(rule -> rule.check(entry, place, faults));
                steps(entry.value(), place, faults);
            }
        }
    }

    /** What is given for a template's parameter that stands for an address has to be one that is allowed there. */
    private void values(
            @Nullable String template,
            YamlPart body,
            String key,
            Map<String, Set<String>> addresses,
            Consumer<RouteFault> faults) {
        YamlPart parameters = body.get("parameters");
        Set<String> asAddress = addresses.getOrDefault(String.valueOf(template), Set.of());
        for (YamlPart parameter : parameters == null ? List.<YamlPart>of() : parameters.items()) {
            String value = parameter.text(key);
            boolean address = asAddress.contains(String.valueOf(parameter.text("name")));
            if (value != null && address && !components.allows(value, new Place(template, List.of()))) {
                faults.accept(parameter.fault(
                        "the component of '" + Components.scheme(value) + "' is not allowed here",
                        "use another, or add it to roster.routes-allow"));
            }
        }
    }

    private static List<String> parameters(YamlPart template) {
        YamlPart parameters = template.get("parameters");
        return parameters == null
                ? List.of()
                : parameters.items().stream()
                        .map(parameter -> String.valueOf(parameter.text("name")))
                        .toList();
    }

    /** By template, the parameters that addresses begin with. */
    private static Map<String, Set<String>> addressParameters(List<RouteFile> files) {
        Map<String, Set<String>> found = new HashMap<>();
        for (RouteFile file : files) {
            for (Entry item : file.items()) {
                if (item.name().equals("routeTemplate") && file.faults().isEmpty()) {
                    Set<String> names =
                            found.computeIfAbsent(String.valueOf(item.value().text("id")), id -> new TreeSet<>());
                    addressParameters(item.value(), names);
                }
            }
        }
        return found;
    }

    private static void addressParameters(YamlPart part, Set<String> names) {
        part.items().forEach(item -> addressParameters(item, names));
        for (Entry entry : part.entries()) {
            String parameter = EndpointRule.isAddress(entry)
                    ? EndpointRule.parameter(String.valueOf(entry.value().text()))
                    : null;
            if (parameter != null) {
                names.add(parameter);
            }
            addressParameters(entry.value(), names);
        }
    }
}
