/** Holds what is sent and answered against the published interfaces of the services; skipped where they are absent. */
@NullMarked
package dev.roster.contract;

import org.jspecify.annotations.NullMarked;
