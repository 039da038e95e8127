/** Holds what goes over the wire against the vendors' own descriptions of their interfaces. */
@NullMarked
package dev.roster.contract;

import org.jspecify.annotations.NullMarked;
