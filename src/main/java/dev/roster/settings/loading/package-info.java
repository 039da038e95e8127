/**
 * How Spring's environment becomes {@link dev.roster.settings.Settings}: one table of keys drives reading, the search
 * for unknown keys, the schema and the documentation.
 */
@NullMarked
package dev.roster.settings.loading;

import org.jspecify.annotations.NullMarked;
