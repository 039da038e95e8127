package dev.roster.store;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * What was decided about somebody in one target, and has been so since a run.
 *
 * @param since when that run began; null when it is forgotten
 */
public record StandingDecision(
        String reason,
        @Nullable String detail,
        long run,
        @Nullable OffsetDateTime since) {

    static final RowMapper<StandingDecision> ROW = (rs, n) -> new StandingDecision(
            rs.getString(1), rs.getString(2), rs.getLong(3), rs.getObject(4, OffsetDateTime.class));
}
