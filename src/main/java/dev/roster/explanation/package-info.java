/** Why somebody is, or is not, in the products: the steps of a run, gone through for one person without changing anything. */
@NullMarked
package dev.roster.explanation;

import org.jspecify.annotations.NullMarked;
