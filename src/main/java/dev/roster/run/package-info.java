/** A run's life: lock, phases, progress, approval, stop. */
@NullMarked
package dev.roster.run;

import org.jspecify.annotations.NullMarked;
