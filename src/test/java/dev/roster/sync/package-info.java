/** Whole runs through the real routes against the simulators. */
@NullMarked
package dev.roster.sync;

import org.jspecify.annotations.NullMarked;
