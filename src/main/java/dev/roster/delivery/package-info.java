/** One request out: its encoded address, its credentials, its pace, and what the answer means. */
@NullMarked
package dev.roster.delivery;

import org.jspecify.annotations.NullMarked;
