package dev.roster.settings;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** When runs start by themselves: Quartz cron expressions; null means only by hand. */
public record Schedule(@Nullable String cron, @Nullable String reconcileCron, ZoneId timeZone) {}
