package dev.roster.settings;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which people of the tenant are meant.
 *
 * @param groups display names or object ids; empty means the whole tenant
 * @param nested whether members of nested groups count
 * @param userFilter an OData filter that Graph evaluates; null for none
 * @param includeUsers patterns on the mapped username, matched in full and case-insensitively; empty means everybody
 */
public record Scope(
        List<String> groups,
        boolean nested,
        boolean guests,
        @Nullable String userFilter,
        List<Pattern> includeUsers,
        List<Pattern> excludeUsers) {}
