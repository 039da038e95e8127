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
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The operations of runs: planned, then done, skipped or dead. */
@Repository
public class Operations {

    private static final int AT_ONCE = 500;
    private static final int PORTION = 2000;

    private final JdbcClient jdbc;
    private final Batches batches;
    private final OperationSubjects subjects;
    private final JsonColumn json;
    private final Ownership ownership;
    private final DeadLetters deadLetters;
    private final Taken taken;
    private final Renames renames;
    private final Remembered remembered;
    private final Agenda agenda;

    Operations(
            JdbcClient jdbc,
            Batches batches,
            OperationSubjects subjects,
            JsonColumn json,
            Ownership ownership,
            DeadLetters deadLetters,
            Taken taken,
            Renames renames,
            Remembered remembered,
            Agenda agenda) {
        this.taken = taken;
        this.jdbc = jdbc;
        this.batches = batches;
        this.subjects = subjects;
        this.json = json;
        this.ownership = ownership;
        this.deadLetters = deadLetters;
        this.renames = renames;
        this.remembered = remembered;
        this.agenda = agenda;
    }

    /** @param operations of one target */
    void plan(Run run, List<Operation> operations) {
        if (operations.isEmpty()) {
            return;
        }
        long before = subjects.newest();
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
        subjects.note(run.id(), operations.get(0).target(), before);
    }

    /** Takes back a run's removals of memberships from these accounts, by their names. */
    @Transactional
    public void withdraw(Run run, RunTarget target, Predicate<String> spared) {
        List<String> names =
                jdbc.sql("""
                select distinct user_name from operation
                where run_id = ? and target_no = ? and kind = 'remove-member' and status = 'planned'""").params(run.id(), target.no()).query(String.class).list();
        batches.write(
                "delete from operation where run_id = ? and target_no = ? and kind = 'remove-member' and user_name = ?",
                names.stream().filter(spared).toList(),
                name -> new Object[] {run.id(), target.no(), name});
    }

    /** Takes back all that a run has planned for a target, which is left out after all. */
    public void forget(Run run, RunTarget target) {
        inPortions("delete from operation where id in (:ids)", "", run, target);
        jdbc.sql("delete from adoption where run_id = ? and target_no = ?")
                .params(run.id(), target.no())
                .update();
    }

    /**
     * The next operations of one target, at most five hundred and all of the lowest wave that is not through.
     *
     * <p>The order names every column of the index: only then does HSQLDB stop at the limit.
     *
     * <p>They count as taken from then on; a later run finds out what became of those that were never recorded.
     */
    @Transactional
    public List<Operation> next(Run run, RunTarget target) {
        List<Operation> next = planned(run, target, "", Map.of());
        List<Operation> wave = next.stream()
                .filter(operation -> operation.wave() == next.get(0).wave())
                .toList();
        return take(run, target, wave);
    }

    /** More of the same wave after one of its operations, which are all taken in hand already up to that. */
    @Transactional
    public List<Operation> after(Run run, RunTarget target, Operation last) {
        Map<String, Object> place = Map.of("wave", last.wave().number(), "last", last.id());
        return take(run, target, planned(run, target, "and wave = :wave and id > :last", place));
    }

    private List<Operation> planned(Run run, RunTarget target, String condition, Map<String, Object> parameters) {
        return jdbc.sql("""
                select * from operation
                where run_id = :run and target_no = :target and status = 'planned' %s
                order by run_id, target_no, status, wave, id
                limit :most""".formatted(condition))
                .param("run", run.id())
                .param("target", target.no())
                .param("most", AT_ONCE)
                .params(parameters)
                .query((rs, n) -> operation(rs))
                .list();
    }

    private List<Operation> take(Run run, RunTarget target, List<Operation> operations) {
        if (!operations.isEmpty()) {
            taken.take(run, target, operations);
        }
        return operations;
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

    /**
     * How some operations ended, with what that makes ours, what the product holds then, and what becomes a dead
     * letter: all or nothing.
     *
     * @param emails whether the product shows e-mail addresses
     */
    @Transactional
    public void record(Run run, RunTarget target, List<Outcome> outcomes, boolean emails) {
        List<Outcome> plain =
                outcomes.stream().filter(Operations::atTheFirstTry).toList();
        if (!plain.isEmpty()) {
            jdbc.sql("update operation set status = 'done', attempts = 1 where id in (:ids)")
                    .param("ids", ids(plain))
                    .update();
        }
        batches.write(
                "update operation set status = ?, reason = ?, attempts = ?, error = ? where id = ?",
                outcomes.stream().filter(outcome -> !atTheFirstTry(outcome)).toList(),
                outcome -> new Object[] {
                    outcome.status().word(),
                    (outcome.reason() == null ? outcome.operation().reason() : outcome.reason()).word(),
                    outcome.attempts(),
                    outcome.error(),
                    outcome.operation().id()
                });
        List<Outcome> done = with(OperationStatus.DONE, outcomes);
        ownership.record(run, target, done);
        remembered.follow(run, target, done, emails);
        agenda.markWaitingForNames(run, target, done);
        deadLetters.close(target, done);
        List<Outcome> dead = with(OperationStatus.DEAD, outcomes);
        deadLetters.open(run, target, dead);
        agenda.markDoubted(run, target, dead);
        if (!dead.isEmpty()) {
            skipDependent(run, target);
            renames.retreat(run, target, dead);
        }
    }

    /**
     * What could only fail, too: memberships of an account or in a group whose creation failed or waits, and leavers
     * with something to hand over whose hand-over failed or waits.
     */
    @Transactional
    public void skipDependent(Run run, RunTarget target) {
        skipWhoStillLeads(run, target);
        if (!anyCreationMissing(run, target)) {
            return; // The usual case; spares a look at every membership.
        }
        jdbc.sql("""
                update operation set status = 'skipped', reason = 'not-tried'
                where run_id = :run and target_no = :target and kind = 'add-member' and status = 'planned'
                  and (user_name in (select c.user_name from operation c
                         where c.run_id = :run and c.target_no = :target and c.kind = 'create-user'
                           and c.status in ('dead', 'skipped'))
                    or group_name in (select c.group_name from operation c
                         where c.run_id = :run and c.target_no = :target and c.kind = 'create-group'
                           and c.status in ('dead', 'skipped')))""").param("run", run.id()).param("target", target.no()).update();
    }

    /** HSQLDB takes the index for one status at a time only. */
    private void skipWhoStillLeads(Run run, RunTarget target) {
        jdbc.sql("""
                update operation set status = 'skipped', reason = 'still-leads'
                where run_id = :run and target_no = :target and status = 'planned' and wave = :leavers
                  and kind in ('deactivate-user', 'delete-user')
                  and account_id in (select h.account_id
                        from (values ('dead'), ('skipped')) as s (status)
                        join operation h on h.run_id = :run and h.target_no = :target and h.status = s.status
                          and h.wave = :handOvers)""")
                .param("run", run.id())
                .param("target", target.no())
                .param("leavers", Wave.LEAVERS.number())
                .param("handOvers", Wave.LEADS_HANDED_OVER.number())
                .update();
    }

    private boolean anyCreationMissing(Run run, RunTarget target) {
        return jdbc.sql("""
                        select count(*) from operation
                        where run_id = ? and target_no = ? and kind in ('create-user', 'create-group')
                          and status in ('dead', 'skipped')""").params(run.id(), target.no()).query(Long.class).single() > 0;
    }

    /** The usual case, for which one statement serves hundreds. */
    private static boolean atTheFirstTry(Outcome outcome) {
        return outcome.status() == OperationStatus.DONE && outcome.reason() == null && outcome.attempts() == 1;
    }

    private static List<Long> ids(List<Outcome> outcomes) {
        return outcomes.stream().map(outcome -> outcome.operation().id()).toList();
    }

    private static List<Outcome> with(OperationStatus status, List<Outcome> outcomes) {
        return outcomes.stream().filter(outcome -> outcome.status() == status).toList();
    }

    /**
     * The rest of this target's operations is left for another run.
     *
     * @return how many were left
     */
    public int skipRest(Run run, RunTarget target) {
        return inPortions(
                "update operation set status = 'skipped', reason = 'not-tried' where id in (:ids)",
                "and status = 'planned'",
                run,
                target);
    }

    /**
     * HSQLDB keeps every row of a statement in memory until it is through, and there may be millions.
     *
     * @param change of operations, after which none of them meets the condition any more
     * @return how many were changed
     */
    private int inPortions(String change, String condition, Run run, RunTarget target) {
        String next = "select id from operation where run_id = ? and target_no = ? " + condition
                + " order by run_id, target_no, status, wave, id limit " + PORTION;
        int changed = 0;
        List<Long> ids;
        do {
            ids = jdbc.sql(next).params(run.id(), target.no()).query(Long.class).list();
            if (!ids.isEmpty()) {
                changed += jdbc.sql(change).param("ids", ids).update();
            }
        } while (ids.size() == PORTION);
        return changed;
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
}
