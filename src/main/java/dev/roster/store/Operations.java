package dev.roster.store;

import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.OperationStatus;
import dev.roster.directory.Outcome;
import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The operations of runs: planned, then done, skipped or dead. */
@Repository
public class Operations {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Batches batches;
    private final JsonColumn json;
    private final Ownership ownership;
    private final DeadLetters deadLetters;

    Operations(JdbcClient jdbc, Batches batches, JsonColumn json, Ownership ownership, DeadLetters deadLetters) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.ownership = ownership;
        this.deadLetters = deadLetters;
    }

    void plan(Run run, List<Operation> operations) {
        batches.write("""
                insert into operation
                  (run_id, target_no, wave, kind, user_name, group_name, person_id, account_id, was, becomes, reason, status)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'planned')""", operations, o -> new Object[] {
            run.id(),
            o.target(),
            o.wave().number(),
            o.kind().word(),
            o.user(),
            o.group(),
            o.personId(),
            o.accountId(),
            json.write(o.was()),
            json.write(o.becomes()),
            o.reason().word()
        });
    }

    /**
     * The next operations of one target, at most five hundred and all of the lowest wave that is not through.
     *
     * <p>The order names every column of the index: only then does HSQLDB stop at the limit.
     *
     * <p>Creations are marked before they are sent: after a crash the mark tells that an account which is there now
     * may be ours.
     */
    @Transactional
    public List<Operation> next(Run run, RunTarget target) {
        List<Operation> next = jdbc.sql("""
                select * from operation
                where run_id = :run and target_no = :target and status = 'planned'
                order by run_id, target_no, status, wave, id
                limit :most""")
                .param("run", run.id())
                .param("target", target.no())
                .param("most", AT_ONCE)
                .query((rs, n) -> operation(rs))
                .list();
        List<Operation> wave = next.stream()
                .filter(operation -> operation.wave() == next.get(0).wave())
                .toList();
        batches.write(
                "update operation set claimed = true where id = ?",
                wave.stream().filter(Operations::creates).toList(),
                operation -> new Object[] {operation.id()});
        return wave;
    }

    private static boolean creates(Operation operation) {
        return operation.kind() == OperationKind.CREATE_USER || operation.kind() == OperationKind.CREATE_GROUP;
    }

    private Operation operation(ResultSet row) throws SQLException {
        return new Operation(
                row.getLong("id"),
                row.getInt("target_no"),
                Wave.values()[row.getInt("wave") - 1],
                OperationKind.of(row.getString("kind")),
                row.getString("user_name"),
                row.getString("group_name"),
                row.getString("person_id"),
                row.getString("account_id"),
                json.read(row.getString("was")),
                json.read(row.getString("becomes")),
                Reason.of(row.getString("reason")));
    }

    /** How some operations ended, with what that makes ours and what becomes a dead letter: all or nothing. */
    @Transactional
    public void record(Run run, RunTarget target, List<Outcome> outcomes) {
        batches.write(
                "update operation set status = ?, reason = ?, attempts = ?, error = ? where id = ?",
                outcomes,
                outcome -> new Object[] {
                    outcome.status().word(),
                    (outcome.reason() == null ? outcome.operation().reason() : outcome.reason()).word(),
                    outcome.attempts(),
                    outcome.error(),
                    outcome.operation().id()
                });
        List<Outcome> done = with(OperationStatus.DONE, outcomes);
        ownership.record(run, target, done);
        deadLetters.close(target, done);
        deadLetters.open(run, target, with(OperationStatus.DEAD, outcomes));
    }

    private static List<Outcome> with(OperationStatus status, List<Outcome> outcomes) {
        return outcomes.stream().filter(outcome -> outcome.status() == status).toList();
    }

    /** The rest of this target's operations is left for another run. */
    public int skipRest(Run run, RunTarget target) {
        return jdbc.sql("""
                update operation set status = 'skipped', reason = 'not-tried'
                where run_id = ? and target_no = ? and status = 'planned'""").params(run.id(), target.no()).update();
    }

    /** How many operations of a run are still to do. */
    public long planned(long run) {
        return jdbc.sql("select count(*) from operation where run_id = ? and status = 'planned'")
                .param(run)
                .query(Long.class)
                .single();
    }

    /** Counts of a run's operations: by target's name, kind and status. */
    public Map<String, Map<String, Map<String, Long>>> counts(long run) {
        Map<String, Map<String, Map<String, Long>>> counts = new TreeMap<>();
        jdbc.sql("""
                select t.name, o.kind, o.status, count(*) from operation o join target_name t on t.no = o.target_no
                where o.run_id = ? group by t.name, o.kind, o.status""").param(run).query(row -> {
            counts.computeIfAbsent(row.getString(1), target -> new TreeMap<>())
                    .computeIfAbsent(row.getString(2), kind -> new HashMap<>())
                    .put(row.getString(3), row.getLong(4));
        });
        return counts;
    }

    /** How many operations of one kind a run has planned, done or lost in one target; skipped ones do not count. */
    public long count(Run run, RunTarget target, OperationKind kind) {
        return jdbc.sql("""
                select count(*) from operation
                where run_id = ? and target_no = ? and kind = ? and status <> 'skipped'""")
                .params(run.id(), target.no(), kind.word())
                .query(Long.class)
                .single();
    }

    /** How many people a run strips of memberships because they left. */
    public long stripped(Run run, RunTarget target) {
        return jdbc.sql("""
                select count(distinct user_name) from operation
                where run_id = ? and target_no = ? and reason in ('leaver', 'leaver-access') and status <> 'skipped'""").params(run.id(), target.no()).query(Long.class).single();
    }
}
