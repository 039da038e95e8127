package dev.roster.routes;

/**
 * Something in the route files, or about where they come from, that Roster does not start or go on with.
 *
 * @param file its name, without the folder; for a fault of no file, the setting that is to blame
 * @param line from 1; 0 for a fault of no line
 * @param mend what to do about it
 */
public record RouteFault(String file, int line, String problem, String mend) {

    /** A fault of a setting. */
    public static RouteFault of(String setting, String problem, String mend) {
        return new RouteFault(setting, 0, problem, mend);
    }

    /** File and line, for people. */
    public String place() {
        return line == 0 ? file : file + ", line " + line;
    }
}
