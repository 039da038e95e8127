package dev.roster.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How the connections stand, and what was told of that outside. */
@Repository
public class Standings {

    private final JdbcClient jdbc;
    private final Clock clock;

    Standings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Of every connection that has one. Runs that only planned, were stopped or rejected do not count.
     *
     * @param channel by which something was told, webhook or mail
     */
    public List<Standing> all(String channel) {
        return jdbc.sql("""
                select c.no, c.name, r.id, r.state, coalesce(r.waits_for, r.message), t.state, t.run_id, t.told_at
                from connection_name c
                join run r on r.id = coalesce(
                  (select max(w.id) from run w where w.connection_no = c.no and w.state = 'awaiting-approval'),
                  (select max(e.id) from run e where e.connection_no = c.no and e.mode = 'sync'
                     and e.state in ('completed', 'completed-with-errors', 'failed')))
                left join notice t on t.connection_no = c.no and t.channel = ?
                order by c.no""").param(channel).query((rs, n) -> standing(rs)).list();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getInt(1),
                row.getString(2),
                row.getLong(3),
                RunState.of(row.getString(4)),
                row.getString(5),
                told(row));
    }

    private static Standing.@Nullable Told told(ResultSet row) throws SQLException {
        String state = row.getString(6);
        return state == null
                ? null
                : new Standing.Told(
                        RunState.of(state),
                        row.getLong(7),
                        row.getObject(8, OffsetDateTime.class).toInstant());
    }

    /** It was told now, by this channel. */
    @Transactional
    public void told(Standing standing, String channel) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        int known = jdbc.sql(
                        "update notice set state = ?, run_id = ?, told_at = ? where connection_no = ? and channel = ?")
                .params(standing.state().word(), standing.run(), now, standing.connectionNo(), channel)
                .update();
        if (known == 0) {
            jdbc.sql("insert into notice (state, run_id, told_at, connection_no, channel) values (?, ?, ?, ?, ?)")
                    .params(standing.state().word(), standing.run(), now, standing.connectionNo(), channel)
                    .update();
        }
    }
}
