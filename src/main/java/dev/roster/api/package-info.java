/** The HTTP interface. */
@NullMarked
package dev.roster.api;

import org.jspecify.annotations.NullMarked;
