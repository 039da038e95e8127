package dev.roster.store;

import dev.roster.directory.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Operations that failed for good: one for each target, object and kind.
 *
 * <p>Runs plan the object anew and try again after an hour, doubling to a day. A success closes the letter.
 */
@Repository
public class DeadLetters {

    private static final Duration FIRST_WAIT = Duration.ofHours(1);
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Batches batches;
    private final JsonColumn json;
    private final Clock clock;

    DeadLetters(JdbcClient jdbc, Batches batches, JsonColumn json, Clock clock) {
        this.json = json;
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * A dead letter as it is shown.
     *
     * @param status HTTP status of the last answer; null when none came
     * @param discardedBecause what was said when it was discarded; null for nothing
     */
    public record DeadLetter(
            long id,
            String connection,
            String target,
            String kind,
            @Nullable String user,
            @Nullable String group,
            String state,
            long run,
            int attempts,
            int failedRuns,
            @Nullable Integer status,
            @Nullable String error,
            @Nullable String response,
            OffsetDateTime firstAt,
            OffsetDateTime lastAt,
            OffsetDateTime nextAt,
            @Nullable String discardedBecause) {}

    void close(RunTarget target, List<Outcome> done) {
        if (isEmpty(target)) {
            return; // The usual case; spares a statement for every operation.
        }
        batches.write(
                "delete from dead_letter where target_no = ? and kind = ? and user_name = ? and group_name = ?",
                done,
                outcome -> key(target, outcome));
    }

    private boolean isEmpty(RunTarget target) {
        return jdbc.sql("select count(*) from dead_letter where target_no = ?")
                        .param(target.no())
                        .query(Long.class)
                        .single()
                == 0;
    }

    void open(Run run, RunTarget target, List<Outcome> dead) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        for (Outcome outcome : dead) {
            int failedRuns = failedRuns(target, outcome) + 1;
            jdbc.sql("delete from dead_letter where target_no = ? and kind = ? and user_name = ? and group_name = ?")
                    .params(key(target, outcome))
                    .update();
            jdbc.sql("""
                    insert into dead_letter
                      (target_no, kind, user_name, group_name, state, run_id, operation, attempts, failed_runs, status,
                       error, response, was, becomes, person_id, first_at, last_at, next_at)
                    values (?, ?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(key(target, outcome))
                    .params(run.id(), outcome.operation().id(), outcome.attempts(), failedRuns)
                    .param(outcome.httpStatus() == 0 ? null : outcome.httpStatus())
                    .param(outcome.error())
                    .param(outcome.response())
                    .param(json.write(outcome.operation().was()))
                    .param(json.write(outcome.operation().becomes()))
                    .param(outcome.operation().personId())
                    .params(now, now, now.plus(wait(failedRuns)))
                    .update();
        }
    }

    private int failedRuns(RunTarget target, Outcome outcome) {
        return jdbc.sql("""
                select coalesce(max(failed_runs), 0) from dead_letter
                where target_no = ? and kind = ? and user_name = ? and group_name = ?""").params(key(target, outcome)).query(Integer.class).single();
    }

    static Duration wait(int failedRuns) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failedRuns - 1, 5));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static Object[] key(RunTarget target, Outcome outcome) {
        String user = outcome.operation().user();
        String group = outcome.operation().group();
        return new Object[] {
            target.no(), outcome.operation().kind().word(), user == null ? "" : user, group == null ? "" : group
        };
    }

    /** Those of one connection and target, or of all; the latest first. */
    public List<DeadLetter> list(@Nullable String connection, @Nullable String target) {
        return jdbc.sql("""
                select d.*, c.name as connection_name, t.name as target_name
                from dead_letter d
                join target_name t on t.no = d.target_no
                join connection_name c on c.no = t.connection_no
                where (cast(:connection as varchar(200)) is null or c.name = :connection)
                  and (cast(:target as varchar(200)) is null or t.name = :target)
                order by d.last_at desc, d.id desc""")
                .param("connection", connection)
                .param("target", target)
                .query((rs, n) -> new DeadLetter(
                        rs.getLong("id"),
                        rs.getString("connection_name"),
                        rs.getString("target_name"),
                        rs.getString("kind"),
                        emptyToNull(rs.getString("user_name")),
                        emptyToNull(rs.getString("group_name")),
                        rs.getString("state"),
                        rs.getLong("run_id"),
                        rs.getInt("attempts"),
                        rs.getInt("failed_runs"),
                        rs.getObject("status", Integer.class),
                        rs.getString("error"),
                        rs.getString("response"),
                        rs.getObject("first_at", OffsetDateTime.class),
                        rs.getObject("last_at", OffsetDateTime.class),
                        rs.getObject("next_at", OffsetDateTime.class),
                        rs.getString("discarded_because")))
                .list();
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** The next run tries these again. Returns how many there were. */
    @Transactional
    public int retry(List<Long> ids) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return sum(batches.write(
                "update dead_letter set state = 'open', next_at = ?, discarded_because = null where id = ?", ids, id ->
                        new Object[] {now, id}));
    }

    /** These stay silent as long as the same change is wanted. Returns how many there were. */
    @Transactional
    public int discard(List<Long> ids, @Nullable String reason) {
        batches.write("""
                update operation set status = 'discarded'
                where status = 'dead' and id = (select d.operation from dead_letter d where d.id = ?)""", ids, id -> new Object[] {id});
        return sum(batches.write(
                "update dead_letter set state = 'discarded', discarded_because = ? where id = ?", ids, id ->
                        new @Nullable Object[] {reason, id}));
    }

    private static int sum(int[] counts) {
        return Arrays.stream(counts).sum();
    }
}
