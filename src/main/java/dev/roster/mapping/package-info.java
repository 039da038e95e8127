/** From a person to an account, from a group to a name, for each target: pure functions. */
@NullMarked
package dev.roster.mapping;

import org.jspecify.annotations.NullMarked;
