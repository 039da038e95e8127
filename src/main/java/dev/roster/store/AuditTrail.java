package dev.roster.store;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people decided, and which settings changed. It only grows: nothing here changes or removes a row. */
@Repository
public class AuditTrail {

    private static final int LONGEST_TEXT = 4000;

    private final JdbcClient jdbc;
    private final Batches batches;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Batches batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * An entry as it is shown.
     *
     * @param by the user's name; null when nobody did it in person
     * @param via api, command-line, route, start
     * @param settings fingerprint of the settings that the run works with; null without a run
     */
    public record Recorded(
            long id,
            OffsetDateTime at,
            String action,
            @Nullable String by,
            String via,
            @Nullable String connection,
            @Nullable String target,
            @Nullable Long run,
            @Nullable String subject,
            @Nullable String before,
            @Nullable String after,
            @Nullable String reason,
            @Nullable String settings) {}

    public void add(Actor actor, AuditEntry entry) {
        add(actor, List.of(entry));
    }

    public void add(Actor actor, List<AuditEntry> entries) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        batches.write("""
                insert into audit (noted_at, action, actor, via, connection, target, run_id, subject, was, becomes, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", entries, entry -> new @Nullable Object[] {
            now,
            entry.action().word(),
            actor.name(),
            actor.via(),
            entry.connection(),
            entry.target(),
            entry.run(),
            shortened(entry.subject(), AuditEntry.LONGEST_REASON),
            shortened(entry.before(), LONGEST_TEXT),
            shortened(entry.after(), LONGEST_TEXT),
            shortened(entry.reason(), AuditEntry.LONGEST_REASON)
        });
    }

    private static @Nullable String shortened(@Nullable String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }

    /** The latest first: of one connection, or all; entries about no connection belong to all. */
    public List<Recorded> latest(@Nullable String connection, int limit) {
        return jdbc.sql("""
                select a.*, r.settings_hash from audit a left join run r on r.id = a.run_id
                where cast(:connection as varchar(200)) is null or a.connection = :connection
                order by a.id desc
                limit :limit""")
                .param("connection", connection)
                .param("limit", limit)
                .query((rs, n) -> new Recorded(
                        rs.getLong("id"),
                        rs.getObject("noted_at", OffsetDateTime.class),
                        rs.getString("action"),
                        rs.getString("actor"),
                        rs.getString("via"),
                        rs.getString("connection"),
                        rs.getString("target"),
                        rs.getObject("run_id", Long.class),
                        rs.getString("subject"),
                        rs.getString("was"),
                        rs.getString("becomes"),
                        rs.getString("reason"),
                        rs.getString("settings_hash")))
                .list();
    }
}
