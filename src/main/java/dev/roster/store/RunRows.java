package dev.roster.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The runs, from the first to the one under way. */
@Repository
public class RunRows {

    private static final int LONGEST_TEXT = 4000;
    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Map<String, Long>>> COUNTS_BY_TARGET = new TypeReference<>() {};
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
    private static final TypeReference<List<Warning>> WARNINGS = new TypeReference<>() {};
    private static final TypeReference<List<PassedLimit>> LIMITS = new TypeReference<>() {};

    private static final int LONGEST_LIST = 32_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    RunRows(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** A new run, queued. Returns its number. */
    long insert(NewRun run) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into run (connection_no, mode, started_as, started_by, state, reconcile, targets, started_at)
                values (?, ?, ?, ?, 'queued', ?, ?, ?)""")
                .params(run.connectionNo(), run.mode().word(), run.trigger())
                .param(run.by())
                .params(run.reconcile(), json.writeValueAsString(run.targets()), now())
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** The fingerprint of the settings and routes that the run works with. */
    public void settings(long run, String fingerprint) {
        jdbc.sql("update run set settings_hash = ? where id = ?")
                .params(fingerprint, run)
                .update();
    }

    public void state(long run, RunState state) {
        jdbc.sql("update run set state = ? where id = ?")
                .params(state.word(), run)
                .update();
    }

    /** Where the run is, and how much of that phase there is to do; 0 when that is not known. */
    public void phase(long run, String phase, long total) {
        jdbc.sql("update run set phase = ?, phase_at = ?, done = 0, total = ? where id = ?")
                .params(phase, now(), total, run)
                .update();
    }

    public void progress(long run, long more) {
        jdbc.sql("update run set done = done + ? where id = ?")
                .params(more, run)
                .update();
    }

    public void waitsFor(long run, @Nullable String why) {
        jdbc.sql("update run set waits_for = ? where id = ?")
                .param(shortened(why))
                .param(run)
                .update();
    }

    public void leftOut(long run, List<String> targets) {
        jdbc.sql("update run set left_out = ? where id = ?")
                .params(json.writeValueAsString(targets), run)
                .update();
    }

    /** Keeps as many as fit. */
    public void warnings(long run, List<Warning> warnings) {
        jdbc.sql("update run set warnings = ? where id = ?")
                .params(fitting(warnings), run)
                .update();
    }

    /** Keeps as many as fit. */
    public void passedLimits(long run, List<PassedLimit> limits) {
        jdbc.sql("update run set passed_limits = ? where id = ?")
                .params(fitting(limits), run)
                .update();
    }

    private String fitting(List<?> items) {
        int kept = items.size();
        String text = json.writeValueAsString(items);
        while (text.length() > LONGEST_LIST) {
            kept--;
            text = json.writeValueAsString(items.subList(0, kept));
        }
        return text;
    }

    public void message(long run, @Nullable String message) {
        jdbc.sql("update run set message = ? where id = ?")
                .param(shortened(message))
                .param(run)
                .update();
    }

    public void stopping(long run) {
        jdbc.sql("update run set stopping = true where id = ?").param(run).update();
    }

    public boolean isStopping(long run) {
        return jdbc.sql("select stopping from run where id = ?")
                .param(run)
                .query(Boolean.class)
                .single();
    }

    public void counted(long run, Map<String, Long> requests, Map<String, Map<String, Long>> decisions) {
        jdbc.sql("update run set requests = ?, decisions = ? where id = ?")
                .params(json.writeValueAsString(requests), json.writeValueAsString(decisions), run)
                .update();
    }

    public void end(long run, RunState state, @Nullable String message) {
        jdbc.sql("update run set state = ?, message = coalesce(?, message), finished_at = ? where id = ?")
                .param(state.word())
                .param(shortened(message))
                .params(now(), run)
                .update();
    }

    public Optional<RunRow> find(long run) {
        return jdbc.sql(SELECT + " where r.id = ?")
                .param(run)
                .query((rs, n) -> row(rs))
                .optional();
    }

    /**
     * The latest runs first.
     *
     * @param before only runs of lower numbers; null for all
     */
    public List<RunRow> latest(@Nullable String connection, @Nullable Long before, int limit) {
        return jdbc.sql(SELECT + """
                 where (cast(:connection as varchar(200)) is null or c.name = :connection)
                   and (cast(:before as bigint) is null or r.id < :before)
                order by r.id desc
                limit :limit""")
                .param("connection", connection)
                .param("before", before)
                .param("limit", limit)
                .query((rs, n) -> row(rs))
                .list();
    }

    /** The runs of a connection that wait for approval. */
    public List<RunRow> waiting(int connection) {
        return jdbc.sql(SELECT + " where r.connection_no = ? and r.state = 'awaiting-approval' order by r.id")
                .param(connection)
                .query((rs, n) -> row(rs))
                .list();
    }

    /** The latest run of a connection that began and has ended; empty when none has. */
    public Optional<RunRow> lastEnded(int connection) {
        return jdbc.sql(SELECT + """
                 where r.connection_no = ? and r.finished_at is not null and r.phase is not null
                order by r.id desc
                limit 1""")
                .param(connection)
                .query((rs, n) -> row(rs))
                .optional();
    }

    /** The connection's runs that have read since this one planned, the latest first; not those at work right now. */
    public List<RunRow> since(RunRow plan) {
        return jdbc
                .sql(SELECT + " where c.name = ? and r.id <> ? and r.phase_at > ? order by r.id desc")
                .params(plan.connection(), plan.id())
                .param(plan.phaseAt())
                .query((rs, n) -> row(rs))
                .list()
                .stream()
                .filter(run -> !run.state().working())
                .toList();
    }

    /** Runs that were at work when their process ended. */
    public List<Long> orphans(int connection, long notThis) {
        return jdbc.sql("""
                select id from run
                where connection_no = ? and id <> ? and state in ('queued', 'reading', 'planning', 'applying')""").params(connection, notThis).query(Long.class).list();
    }

    /** Whether two runs want the very same things done. */
    public boolean samePlan(long one, long other) {
        return differences(one, other) == 0 && differences(other, one) == 0;
    }

    private long differences(long one, long other) {
        return jdbc.sql("""
                select count(*) from (
                  select target_no, kind, user_name, group_name, person_id, becomes from operation
                  where run_id = ? and status = 'planned'
                  except
                  select target_no, kind, user_name, group_name, person_id, becomes from operation
                  where run_id = ? and status = 'planned') x""").params(one, other).query(Long.class).single();
    }

    private static final String SELECT =
            "select r.*, c.name as connection_name" + " from run r join connection_name c on c.no = r.connection_no";

    private RunRow row(ResultSet rs) throws SQLException {
        return new RunRow(
                rs.getLong("id"),
                rs.getString("connection_name"),
                Run.Mode.valueOf(rs.getString("mode").toUpperCase(Locale.ROOT)),
                rs.getString("started_as"),
                rs.getString("started_by"),
                RunState.of(rs.getString("state")),
                rs.getBoolean("reconcile"),
                names(rs.getString("targets")),
                rs.getObject("started_at", OffsetDateTime.class),
                rs.getObject("finished_at", OffsetDateTime.class),
                rs.getString("phase"),
                rs.getObject("phase_at", OffsetDateTime.class),
                rs.getLong("done"),
                rs.getLong("total"),
                rs.getString("message"),
                rs.getString("waits_for"),
                names(rs.getString("left_out")),
                rs.getString("warnings") == null ? List.of() : json.readValue(rs.getString("warnings"), WARNINGS),
                rs.getString("requests") == null ? Map.of() : json.readValue(rs.getString("requests"), COUNTS),
                rs.getString("decisions") == null
                        ? Map.of()
                        : json.readValue(rs.getString("decisions"), COUNTS_BY_TARGET),
                rs.getString("settings_hash"),
                rs.getString("passed_limits") == null
                        ? List.of()
                        : json.readValue(rs.getString("passed_limits"), LIMITS));
    }

    private List<String> names(@Nullable String column) {
        return column == null ? List.of() : json.readValue(column, NAMES);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
