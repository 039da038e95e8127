/** Microsoft Graph's answers, turned into the words of the domain; tokens and links. */
@NullMarked
package dev.roster.entra;

import org.jspecify.annotations.NullMarked;
