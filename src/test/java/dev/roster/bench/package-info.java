/** Measurements; run with the profile {@code bench}, never as part of the tests. */
@NullMarked
package dev.roster.bench;

import org.jspecify.annotations.NullMarked;
