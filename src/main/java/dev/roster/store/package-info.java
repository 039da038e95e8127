/** The tables. */
@NullMarked
package dev.roster.store;

import org.jspecify.annotations.NullMarked;
