package dev.roster.mapping;

import dev.roster.directory.Reason;

/** Why somebody is not selected, or cannot be written. */
record Verdict(Reason reason, String detail) {}
