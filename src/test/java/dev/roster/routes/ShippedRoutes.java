package dev.roster.routes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files in the routes folder as maps and lists, with templates filled in where a file uses them. */
final class ShippedRoutes {

    private final Map<String, String> texts = new RouteFolder(Path.of("routes")).texts();
    private final List<Map<String, Object>> routes = new ArrayList<>();
    private final Map<String, Map<String, Object>> templates = new LinkedHashMap<>();

    ShippedRoutes() {
        items().filter(item -> item.containsKey("route")).forEach(item -> routes.add(map(item.get("route"))));
        items().filter(item -> item.containsKey("routeTemplate"))
                .map(item -> map(item.get("routeTemplate")))
                .forEach(template -> templates.put(String.valueOf(template.get("id")), template));
        items().filter(item -> item.containsKey("templatedRoute"))
                .forEach(item -> routes.add(filledIn(map(item.get("templatedRoute")))));
    }

    Map<String, String> texts() {
        return texts;
    }

    /** Those of the files, and one of each template that the program fills in. */
    List<Map<String, Object>> routes() {
        List<Map<String, Object>> all = new ArrayList<>(routes);
        templates.values().forEach(template -> {
            Map<String, Object> route = map(template.get("route"));
            route.put("id", template.get("id"));
            all.add(route);
        });
        return all;
    }

    /** Also those that only hold error handling. */
    List<Map<String, Object>> configurations() {
        return items().filter(item -> item.containsKey("routeConfiguration"))
                .map(item -> map(item.get("routeConfiguration")))
                .toList();
    }

    private Stream<Map<String, Object>> items() {
        return texts.values().stream()
                .flatMap(text -> ((List<?>) yaml().load(text)).stream())
                .map(ShippedRoutes::map);
    }

    private static Yaml yaml() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    private Map<String, Object> filledIn(Map<String, Object> use) {
        Map<String, Object> template = map(templates.get(String.valueOf(use.get("routeTemplateRef"))));
        String text = yaml().dump(template.get("route"));
        for (Object parameter : (List<?>) Objects.requireNonNull(use.get("parameters"))) {
            String name = "{{" + map(parameter).get("name") + "}}";
            text = text.replace(
                    name, String.valueOf(map(parameter).get("value")).replace("'", "''"));
        }
        Map<String, Object> route = map(yaml().load(text));
        route.put("id", use.get("routeId"));
        return route;
    }

    /** The value of every key of this name, however deep. */
    static List<Object> all(Object part, String key) {
        List<Object> found = new ArrayList<>();
        if (part instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (name.equals(key)) {
                    found.add(value);
                }
                found.addAll(all(value, key));
            });
        } else if (part instanceof List<?> list) {
            list.forEach(item -> found.addAll(all(item, key)));
        }
        return found;
    }

    /** What a computed name may come to. */
    static Pattern pattern(String name) {
        String quoted = Pattern.quote(name).replaceAll("\\$\\{[^}]*}|\\{\\{[^}]*}}", "\\\\E[a-z0-9.-]+\\\\Q");
        return Pattern.compile(quoted);
    }

    static String sample(String name) {
        return name.replaceAll("\\$\\{[^}]*}|\\{\\{[^}]*}}", "x");
    }
}
