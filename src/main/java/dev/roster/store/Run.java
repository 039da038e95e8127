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

    /** Whether it stands for a run that is not: it has no row and no lock, and nothing of it lasts. */
    public boolean isImagined() {
        return id == 0;
    }

    /** Whether a run carries its plan out. */
    public enum Mode {
        SYNC,
        PLAN;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
