package dev.roster.mapping;

/**
 * One rule that a person was held against.
 *
 * @param key the setting, or the attribute in Entra, that rules
 * @param value what it saw
 * @param passed whether it lets the person in
 */
public record SelectionRule(String key, String value, boolean passed) {}
