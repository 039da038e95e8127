/**
 * The route files: a check of what they may reach and do with data, before Camel loads them; what each route is made
 * from; and what is loaded now.
 */
@NullMarked
package dev.roster.routes;

import org.jspecify.annotations.NullMarked;
