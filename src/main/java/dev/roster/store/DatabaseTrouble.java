package dev.roster.store;

import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/**
 * Why a start found no database to work with, for people.
 *
 * @param mend what to do about it
 */
public record DatabaseTrouble(String what, String mend) {

    /** Empty when the start failed for another reason. */
    public static Optional<DatabaseTrouble> of(Throwable failure, PropertyResolver settings) {
        DatabasePlace place = DatabasePlace.of(settings);
        NewerSchema newer = find(NewerSchema.class, failure);
        if (newer != null) {
            return Optional.of(place.newer(newer));
        }
        FlywayException flyway = find(FlywayException.class, failure);
        SQLException sql = find(SQLException.class, failure);
        if (sql == null) {
            return Optional.ofNullable(flyway).map(place::otherwise).or(() -> place.unknown(failure));
        }
        return place.refused(sql)
                .or(() -> Optional.ofNullable(find(FlywayMigrateException.class, failure))
                        .map(migration -> place.halfWay(sql)))
                .or(() -> Optional.ofNullable(flyway).map(any -> place.unreadable(sql)));
    }

    private static <T extends Throwable> @Nullable T find(Class<T> type, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
