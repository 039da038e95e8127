package dev.roster.routes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step stands in.
 *
 * @param template the template's id; null outside of templates
 * @param parameters the template's
 */
record Place(@Nullable String template, List<String> parameters) {

    /** The one template whose address may be a remote one: requests leave through it alone. */
    static final String DOOR = "service";

    boolean isDoor() {
        return DOOR.equals(template);
    }
}
