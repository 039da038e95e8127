package dev.roster.settings;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong in the settings.
 *
 * @param key the full key, as in {@code roster.connections.acme.entra.tenant-id}
 * @param where file and line, or the name of the source; null when the key is missing
 * @param problem what is wrong; never the value of a secret
 * @param mend what to do about it
 */
public record Fault(String key, @Nullable String where, String problem, String mend) {}
