/** What the administrator set: application.yaml as records, and the faults found in it. */
@NullMarked
package dev.roster.settings;

import org.jspecify.annotations.NullMarked;
