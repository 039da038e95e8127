package dev.roster.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Whether a start failed because another process has the embedded database open. */
public final class DatabaseInUse {

    /** HSQLDB's number for a lock file that somebody else holds. */
    private static final int LOCKED = -451;

    private DatabaseInUse() {}

    /** What to do about it, for people. */
    public static final String ADVICE = "Another process has the embedded database open, and no service of Roster"
            + " answers beside it. A service may be starting or stopping: wait a little and try again. If it hangs,"
            + " end it (data/roster.lck is held by it). To work with several processes, use PostgreSQL"
            + " (spring.datasource.url).";

    public static boolean isCauseOf(Throwable failure) {
        return find(failure) != null;
    }

    static @Nullable SQLException find(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == LOCKED) {
                return sql;
            }
        }
        return null;
    }
}
