package dev.roster.settings;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Whom Roster tells when a run waits or fails; null for nobody. */
public record Notify(@Nullable URI webhook, @Nullable String mail) {}
