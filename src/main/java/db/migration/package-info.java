/** Migrations that are more than the same SQL for every database; the place and the names are Flyway's. */
@NullMarked
package db.migration;

import org.jspecify.annotations.NullMarked;
