package dev.roster.store;

/**
 * Something about a run's plan that somebody should know; no reason to wait.
 *
 * @param target the target's name
 * @param fix what to do about it
 */
public record Warning(String target, String detail, String fix) {}
