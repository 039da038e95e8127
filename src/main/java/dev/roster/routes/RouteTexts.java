package dev.roster.routes;

import java.util.Map;
import org.springframework.stereotype.Component;

/** The texts of the route files that are loaded, which after an edit need not be those in the folder. */
@Component
public class RouteTexts {

    private volatile Map<String, String> loaded = Map.of();

    /** By file name; empty before the routes are loaded. */
    public Map<String, String> loaded() {
        return loaded;
    }

    /** From now on these are. */
    public void load(Map<String, String> texts) {
        loaded = Map.copyOf(texts);
    }
}
