/** Checks the route files before Camel loads them: what they may reach, and what they may not do with data. */
@NullMarked
package dev.roster.routes;

import org.jspecify.annotations.NullMarked;
