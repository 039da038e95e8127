/** Roster as a process of its own, killed in the middle of its work; and who judges afterwards. */
@org.jspecify.annotations.NullMarked
package dev.roster.kill;
