/** The words of the domain. Knows nobody. */
@NullMarked
package dev.roster.directory;

import org.jspecify.annotations.NullMarked;
