@NullMarked
package dev.roster.settings.loading;

import org.jspecify.annotations.NullMarked;
