package dev.roster.routes;

/**
 * Something in a route file that Roster does not start with.
 *
 * @param file its name, without the folder
 * @param line from 1
 * @param mend what to do about it
 */
public record RouteFault(String file, int line, String problem, String mend) {}
