/** The HTTP API: JSON, with problem details (RFC 9457) for everything that goes wrong. */
@NullMarked
package dev.roster.api;

import org.jspecify.annotations.NullMarked;
