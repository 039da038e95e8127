package dev.roster.store;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Brings the tables up to date at the start; Flyway alone would go on with tables of a newer Roster. */
@Component
class SchemaUpgrade implements FlywayMigrationStrategy {

    /** @throws NewerSchema when the tables are newer than this Roster */
    @Override
    public void migrate(Flyway flyway) {
        MigrationInfo[] migrations = flyway.info().all();
        Optional<MigrationVersion> found = newest(migrations, true);
        Optional<MigrationVersion> known = newest(migrations, false);
        if (found.isPresent() && known.isPresent() && found.get().isNewerThan(known.get())) {
            throw new NewerSchema(found.get().getVersion(), known.get().getVersion());
        }
        flyway.migrate();
    }

    private static Optional<MigrationVersion> newest(MigrationInfo[] migrations, boolean applied) {
        return Arrays.stream(migrations)
                .filter(one ->
                        applied ? one.getState().isApplied() : one.getState().isResolved())
                .flatMap(one -> Optional.ofNullable(one.getVersion()).stream())
                .max(Comparator.naturalOrder());
    }
}
