package dev.roster.mapping;

import java.util.List;

/**
 * An entry of {@code groups.manual} that names no group in Entra, or more than one. Nothing may be taken from the
 * groups of the target that it speaks of.
 *
 * @param entry as it stands in the settings
 * @param groupIds the first two groups that it names; empty when it names none
 * @param names the groups of the target
 * @param detail what is wrong, for people
 */
public record ManualFault(String entry, List<String> groupIds, List<String> names, String detail) {}
