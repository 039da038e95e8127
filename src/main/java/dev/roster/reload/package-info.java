/** Takes edited routes into the running service: looks for edits, checks them, and exchanges what they change. */
@NullMarked
package dev.roster.reload;

import org.jspecify.annotations.NullMarked;
