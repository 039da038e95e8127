/** What the API, the console and the command line show of connections, runs and dead letters. */
@NullMarked
package dev.roster.overview;

import org.jspecify.annotations.NullMarked;
