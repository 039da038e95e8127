package dev.roster.directory;

import java.util.List;

/**
 * The licence seats of one application of a product that limits them.
 *
 * @param left how many are free
 * @param groups whose active members take one each
 */
public record Seats(String application, long left, List<String> groups) {}
