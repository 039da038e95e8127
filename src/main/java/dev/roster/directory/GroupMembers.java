package dev.roster.directory;

import java.util.List;

/**
 * The direct members of one Entra group, as far as they count.
 *
 * @param people object ids
 * @param subgroups object ids
 * @param others how many devices, contacts and service principals were passed over
 */
public record GroupMembers(String groupId, List<String> people, List<String> subgroups, int others) {}
