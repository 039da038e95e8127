package dev.roster.store;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.springframework.core.env.PropertyResolver;

/** A database as it may be shown, and who signs in there. */
record DatabasePlace(String url, String user) {

    /** HSQLDB's number for a lock file that it could not take. */
    private static final int LOCKED = -451;

    private static final String HOST = "(\\[[0-9a-fA-F:]+]|[\\w.-]+)(:\\d+)?";

    /** Hosts and a database's name, and nothing else. */
    private static final Pattern PLACE = Pattern.compile("jdbc:\\w+://" + HOST + "(," + HOST + ")*/\\w+");

    static DatabasePlace of(PropertyResolver settings) {
        return new DatabasePlace(
                shown(settings.getProperty("spring.datasource.url", "")),
                settings.getProperty("spring.datasource.username", ""));
    }

    /**
     * Without what follows the database's name, and without a name or password before the host. A password may hold any
     * sign, and make an address that nobody can read; then less is shown rather than more.
     */
    private static String shown(String url) {
        String place = url.replaceFirst("[?;].*", "");
        boolean clear = !url.contains("@") || PLACE.matcher(place).matches();
        return clear ? place : url.replaceFirst("//.*@", "//").replaceFirst("[?;].*", "");
    }

    Optional<DatabaseTrouble> refused(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (failure.getErrorCode() == LOCKED) {
            return Optional.of(locked(String.valueOf(failure.getMessage())));
        }
        return Optional.ofNullable(
                switch (state) {
                    case "28P01", "28000", "28501" ->
                        trouble(
                                "refuses the user '" + user + "': " + failure.getMessage(),
                                "Give the right spring.datasource.username and spring.datasource.password"
                                        + " (SPRING_DATASOURCE_PASSWORD in the environment); for PostgreSQL, pg_hba.conf has to"
                                        + " let that user in from here.");
                    case "3D000" ->
                        trouble(
                                "does not exist",
                                "Create it, as in CREATE DATABASE roster OWNER " + user
                                        + "; or mend the name in spring.datasource.url.");
                    case "42501" ->
                        trouble(
                                "does not let the user '" + user + "' make tables: " + failure.getMessage(),
                                "Let that user own the database, or GRANT CREATE ON SCHEMA public to it.");
                    case "53300" ->
                        trouble(
                                "has no connection left: " + failure.getMessage(),
                                "Raise max_connections of PostgreSQL, or lower"
                                        + " spring.datasource.hikari.maximum-pool-size: so many for each instance of Roster.");
                    default -> state.startsWith("08") || state.startsWith("57P") ? unreachable(failure) : null;
                });
    }

    private DatabaseTrouble unreachable(SQLException failure) {
        String why = failure.getCause() instanceof UnknownHostException unknown
                // PostgreSQL's driver takes a name and a password in front of the host for a part of it.
                ? "unknown host " + String.valueOf(unknown.getMessage()).replaceFirst(".*@", "")
                : String.valueOf(failure.getMessage());
        return trouble(
                "cannot be reached: " + why,
                "Start the database, or mend spring.datasource.url, and start Roster again. It needs its database"
                        + " to start; one that goes away later is waited for.");
    }

    private DatabaseTrouble locked(String why) {
        if (why.contains("FileNotFoundException")) {
            return trouble(
                    "cannot be written: " + why.substring(why.indexOf("FileNotFoundException") + 23),
                    "Let Roster's user write to that folder, or give another one in spring.datasource.url.");
        }
        return new DatabaseTrouble(
                "The embedded database is in use.",
                "Another process has the embedded database open, and no service of Roster answers beside it."
                        + " A service may be starting or stopping: wait a little and try again. If it hangs, end"
                        + " it (data/roster.lck is held by it). To work with several processes, use PostgreSQL"
                        + " (spring.datasource.url).");
    }

    /** Something that Roster has no driver for. */
    Optional<DatabaseTrouble> unknown(Throwable failure) {
        boolean noDriver = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            noDriver |= message.contains("driver class") || message.contains("jdbcUrl");
        }
        return noDriver
                ? Optional.of(trouble(
                        "is none that Roster can work with",
                        "spring.datasource.url is jdbc:postgresql://HOST/NAME, or jdbc:hsqldb:file:FOLDER/NAME for the"
                                + " embedded database."))
                : Optional.empty();
    }

    DatabaseTrouble newer(NewerSchema newer) {
        return trouble(
                "has tables of a newer Roster: they are at version " + newer.found() + ", and this Roster knows "
                        + newer.known(),
                "Start the newer Roster again. To go back to this one, restore the backup that was made before"
                        + " the upgrade.");
    }

    DatabaseTrouble halfWay(SQLException failure) {
        return trouble(
                "could not be brought up to date: " + failure.getMessage(),
                "Restore the backup that was made before the upgrade, or, with PostgreSQL, where nothing has"
                        + " changed yet, mend the cause; then start again. The log has the statement.");
    }

    DatabaseTrouble unreadable(SQLException failure) {
        return trouble("cannot be opened: " + failure.getMessage(), "Restore a backup, or mend the cause.");
    }

    DatabaseTrouble otherwise(FlywayException failure) {
        return trouble(
                "has tables that are not as Roster made them: " + failure.getMessage(),
                "Restore a backup, or start with an empty database; then every target has its first run again.");
    }

    private DatabaseTrouble trouble(String what, String mend) {
        return new DatabaseTrouble("The database " + url + " " + what, mend);
    }
}
