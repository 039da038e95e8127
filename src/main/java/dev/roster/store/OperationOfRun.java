package dev.roster.store;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * An operation of some run, as the history of a person shows it.
 *
 * @param at when the run began
 */
public record OperationOfRun(
        long run,
        OffsetDateTime at,
        String target,
        String kind,
        @Nullable String user,
        @Nullable String group,
        String reason,
        String status,
        @Nullable String error) {

    static final RowMapper<OperationOfRun> ROW = (rs, n) -> new OperationOfRun(
            rs.getLong(1),
            rs.getObject(2, OffsetDateTime.class),
            rs.getString(3),
            rs.getString(4),
            rs.getString(5),
            rs.getString(6),
            rs.getString(7),
            rs.getString(8),
            rs.getString(9));
}
