package dev.roster.store;

import org.jspecify.annotations.Nullable;

/**
 * Who decides something.
 *
 * @param name the user's; null when nobody does so in person
 * @param via the way it came: api, command-line, route, start
 */
public record Actor(@Nullable String name, String via) {}
