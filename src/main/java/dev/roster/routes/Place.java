package dev.roster.routes;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a step stands in.
 *
 * @param template the template's id; null outside of templates
 * @param parameters the template's
 */
record Place(@Nullable String template, List<String> parameters) {

    /** The templates whose address may be a remote one: requests to services, and news to the webhook. */
    private static final Set<String> DOORS = Set.of("service", "tell-webhook");

    private static final String MAIL_DOOR = "tell-mail";

    boolean isDoor() {
        return template != null && DOORS.contains(template);
    }

    boolean isMailDoor() {
        return MAIL_DOOR.equals(template);
    }
}
