package dev.roster.demo;

/** One request and what was answered. */
public record SimulatedExchange(SimulatedRequest request, SimulatedAnswer answer) {}
