package dev.roster.routes;

import java.util.Map;
import org.springframework.stereotype.Component;

/** The texts of the route files that are loaded. */
@Component
public class RouteTexts {

    private volatile Map<String, String> loaded = Map.of();

    /** By file name; empty before the routes are loaded. */
    public Map<String, String> loaded() {
        return loaded;
    }

    void load(Map<String, String> texts) {
        loaded = Map.copyOf(texts);
    }
}
