/** Where the program starts and its parts are put together. */
@NullMarked
package dev.roster;

import org.jspecify.annotations.NullMarked;
