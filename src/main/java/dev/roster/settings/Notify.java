package dev.roster.settings;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom Roster tells when a run waits or fails.
 *
 * @param webhook null for none
 * @param mail addresses; empty for none
 */
public record Notify(@Nullable URI webhook, List<String> mail) {}
