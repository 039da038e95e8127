package dev.roster.routes;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The texts of the route files that are loaded, which after an edit need not be those in the folder. */
@Component
public class RouteTexts {

    private volatile Map<String, String> loaded = Map.of();
    private volatile Map<String, String> contents = Map.of();

    /** By file name; empty before the routes are loaded. */
    public Map<String, String> loaded() {
        return loaded;
    }

    /** What they say, by file name: the same as long as only comments and layout differ. */
    public Map<String, String> contents() {
        return contents;
    }

    /** From now on these are. */
    public void load(Map<String, String> texts) {
        contents = texts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, file -> RouteContent.of(file.getValue())));
        loaded = Map.copyOf(texts);
    }
}
