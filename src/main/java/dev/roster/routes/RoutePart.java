package dev.roster.routes;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One item at the top of a route file.
 *
 * @param kind such as {@code route} or {@code beans}
 * @param id its name; for beans, the place in their file
 * @param first the line on which it begins, from 1
 * @param body what stands under the word
 */
record RoutePart(String file, String kind, String id, int first, YamlPart body) {

    /** Shorter ones are in any text. */
    private static final int SHORTEST = 4;

    static RoutePart of(String file, YamlPart.Entry entry) {
        String id = entry.value().text(entry.name().equals("templatedRoute") ? "routeId" : "id");
        int line = entry.key().line();
        return new RoutePart(file, entry.name(), id == null ? file + ":" + line : id, line, entry.value());
    }

    boolean is(String word) {
        return kind.equals(word);
    }

    boolean isRoute() {
        return is("route") || is("templatedRoute");
    }

    /** The part of which a route with its steps is made. */
    YamlPart route() {
        YamlPart inner = is("routeTemplate") ? body.get("route") : body;
        return inner == null ? body : inner;
    }

    /** For a use of a template. */
    @Nullable
    String template() {
        return body.text("routeTemplateRef");
    }

    /** The ids or patterns of the configurations that it asks for; null when it asks for none. */
    @Nullable
    String configurations() {
        return route().text("routeConfigurationId");
    }

    String content() {
        return body.content();
    }

    /** The longest of its values that a text quotes and that stands there once; of several, the first. */
    Optional<YamlPart> quotedIn(String quote) {
        Map<String, List<YamlPart>> values =
                body.texts().stream().collect(Collectors.groupingBy(text -> String.valueOf(text.text())));
        return values.entrySet().stream()
                .filter(value -> value.getValue().size() == 1
                        && value.getKey().length() >= SHORTEST
                        && !value.getKey().equals(id)
                        && quote.contains(value.getKey()))
                .map(value -> value.getValue().get(0))
                .max(Comparator.<YamlPart>comparingInt(
                                value -> String.valueOf(value.text()).length())
                        .thenComparing(YamlPart::line, Comparator.reverseOrder()));
    }
}
