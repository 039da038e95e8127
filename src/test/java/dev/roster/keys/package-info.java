/** One row for every key of the settings: what it is by default, what it does, what it does to one target alone. */
@NullMarked
package dev.roster.keys;

import org.jspecify.annotations.NullMarked;
