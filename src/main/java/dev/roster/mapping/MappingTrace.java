package dev.roster.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a person came to an account in one target: which attribute gave each part of it.
 *
 * @param username null when no attribute has a value
 * @param written the username after pattern and case; null when there is none, or the pattern could not cope with it
 * @param refusal why the product, or the pattern, cannot hold the username; null when it can
 * @param displayName null when the product takes none
 * @param email null when no attribute holds an address
 * @param rules those that look at the person alone, in the order in which they are asked
 */
public record MappingTrace(
        @Nullable Origin username,
        @Nullable String written,
        @Nullable String refusal,
        @Nullable Origin displayName,
        @Nullable Origin email,
        List<SelectionRule> rules,
        WantedAccount account) {

    /** An attribute, and the value that it has. */
    public record Origin(String attribute, String value) {}
}
