/** Who may do what over HTTP: sign-in, roles, and what a browser is kept from doing for somebody else. */
@NullMarked
package dev.roster.console;

import org.jspecify.annotations.NullMarked;
