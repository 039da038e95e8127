/** What should be done and why: pure functions over rows. */
@NullMarked
package dev.roster.plan;

import org.jspecify.annotations.NullMarked;
