package dev.roster.store;

import dev.roster.settings.Connection;
import java.util.List;
import java.util.Locale;

/**
 * A run under way.
 *
 * @param connectionNo the connection's number in the tables
 */
public record Run(
        long id, Connection connection, int connectionNo, Mode mode, boolean reconcile, List<RunTarget> targets) {

    /** Whether a run carries its plan out. */
    public enum Mode {
        SYNC,
        PLAN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
