package dev.roster.store;

import dev.roster.directory.Names;
import dev.roster.plan.AccountDecision;
import dev.roster.plan.GroupDecision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was decided about whom, and why. A decision is written when it changes. */
@Repository
public class Decisions {

    private static final List<String> ACCOUNTS_AT_REST =
            List.of("no-match", "email-not-possible", "adopted", "changed", "active-again");

    private static final List<String> GROUPS_AT_REST = List.of("group-missing", "group-joined");

    private final JdbcClient jdbc;
    private final Batches batches;
    private final Operations operations;
    private final DecisionCounts counts;

    Decisions(JdbcClient jdbc, Batches batches, Operations operations, DecisionCounts counts) {
        this.counts = counts;
        this.jdbc = jdbc;
        this.batches = batches;
        this.operations = operations;
    }

    private record Row(
            String subject,
            @Nullable String name,
            String reason,
            @Nullable String detail) {}

    /** How a person stands in a target, for the comparison of memberships. */
    private record Stand(
            @Nullable String name,
            @Nullable String key,
            @Nullable String joins) {

        static Stand before(Map<String, Object> candidate) {
            return new Stand(
                    CandidateRows.textOrNull(candidate, "stood_name"),
                    CandidateRows.textOrNull(candidate, "stood_key"),
                    CandidateRows.textOrNull(candidate, "stood_joins"));
        }

        static Stand of(AccountDecision decision) {
            return new Stand(
                    decision.accountName(),
                    decision.accountKey(),
                    decision.joins().name());
        }
    }

    /** Whether a group is filled, and how it is called in the target. */
    private record Filling(boolean fills, @Nullable String name) {

        static Filling of(GroupDecision decision) {
            return new Filling(decision.fills(), decision.name());
        }

        static boolean turns(@Nullable Filling known, boolean fills) {
            return known != null && known.fills() != fills;
        }
    }

    /**
     * Where a run before has done what it decided, there is nothing to do any more: so it is written before the next
     * plan, which may not come to everybody.
     */
    @Transactional
    public void rest(Run run, RunTarget target) {
        ACCOUNTS_AT_REST.forEach(reason -> rest(run, target, reason, """
                  and exists (select 1 from wanted_account w
                    where w.target_no = decision.target_no and w.person_id = decision.subject)
                  and (detail is null or reason in ('no-match', 'email-not-possible', 'adopted'))
                  and exists (
                    select 1 from owned_account o
                    join seen_account a on a.target_no = o.target_no and a.name_key = o.name_key
                    where o.target_no = decision.target_no and o.person_id = decision.subject)
                  and not exists (select 1 from due_person d
                    where d.target_no = decision.target_no and d.person_id = decision.subject)
                  and not exists (select 1 from dead_letter l
                    where l.target_no = decision.target_no and l.person_id = decision.subject)"""));
        GROUPS_AT_REST.forEach(reason -> rest(run, target, reason, """
                  and exists (select 1 from wanted_group w
                    where w.target_no = decision.target_no and w.group_key = decision.subject)
                  and exists (select 1 from owned_group o
                    where o.target_no = decision.target_no and o.group_key = decision.subject)
                  and not exists (select 1 from due_target_group d
                    where d.target_no = decision.target_no and d.group_key = decision.subject)"""));
    }

    /**
     * One reason at a time, which is about accounts or about groups and not both: HSQLDB reads the index for one value,
     * not for several, and would take the primary key if that matched as many columns.
     */
    private void rest(Run run, RunTarget target, String reason, String where) {
        int rested = jdbc.sql("update decision set reason = 'unchanged', detail = null, run_id = :run"
                        + " where target_no = :target and reason = :reason " + where)
                .param("run", run.id())
                .param("target", target.no())
                .param("reason", reason)
                .update();
        counts.moved(target.no(), reason, "unchanged", rested);
    }

    /**
     * The decisions about one page of people, with the operations they take.
     *
     * @param candidates the rows of account-candidates.sql that were decided about
     */
    @Transactional
    public void keepAccounts(
            Run run, RunTarget target, List<AccountDecision> decided, List<Map<String, Object>> candidates) {
        keep(
                run,
                target,
                About.USER,
                decided.stream()
                        .map(d -> new Row(d.personId(), d.username(), d.reason().word(), d.detail()))
                        .toList());
        keepStands(target, decided, candidates);
        operations.plan(
                run, decided.stream().flatMap(d -> d.operations().stream()).toList());
        batches.write(
                "insert into adoption (run_id, target_no, kind, name_key, person_id, account_id) values (?, ?, 'user', ?, ?, ?)",
                decided.stream().filter(d -> d.adopts() != null).toList(),
                d -> new Object[] {run.id(), target.no(), d.accountKey(), d.personId(), d.adopts()});
    }

    private void keepStands(RunTarget target, List<AccountDecision> decided, List<Map<String, Object>> candidates) {
        Map<String, Stand> stood = new HashMap<>();
        candidates.forEach(row -> stood.put(CandidateRows.text(row, "person_id"), Stand.before(row)));
        List<AccountDecision> changed = decided.stream()
                .filter(d -> !Stand.of(d).equals(stood.get(d.personId())))
                .toList();
        batches.write("""
                update wanted_account set account_name = ?, account_key = ?, joins = ?
                where target_no = ? and person_id = ?""", changed, d ->
                new Object[] {d.accountName(), d.accountKey(), d.joins().name(), target.no(), d.personId()});
    }

    /** The decisions about one page of groups, with the operations they take. */
    @Transactional
    public void keepGroups(Run run, RunTarget target, List<GroupDecision> decided) {
        keep(
                run,
                target,
                About.GROUP,
                decided.stream()
                        .map(d -> new Row(key(d), d.name(), d.reason().word(), d.detail()))
                        .toList());
        keepFillings(run, target, decided);
        operations.plan(
                run, decided.stream().flatMap(d -> d.operations().stream()).toList());
        batches.write(
                "insert into adoption (run_id, target_no, kind, name_key, person_id) values (?, ?, 'group', ?, '')",
                decided.stream().filter(GroupDecision::joins).toList(),
                d -> new Object[] {run.id(), target.no(), key(d)});
    }

    private void keepFillings(Run run, RunTarget target, List<GroupDecision> decided) {
        Map<String, Filling> known = fillings(target, decided);
        List<GroupDecision> changed = decided.stream()
                .filter(d -> known.containsKey(key(d)) && !Filling.of(d).equals(known.get(key(d))))
                .toList();
        markTurned(
                run,
                target,
                changed.stream()
                        .filter(d -> Filling.turns(known.get(key(d)), d.fills()))
                        .toList());
        batches.write("update wanted_group set fills = ?, name = ? where target_no = ? and group_key = ?", changed, d ->
                new Object[] {d.fills(), d.name(), target.no(), key(d)});
    }

    /** Of those that are wanted, by their keys. */
    private Map<String, Filling> fillings(RunTarget target, List<GroupDecision> decided) {
        Map<String, Filling> known = new HashMap<>();
        jdbc.sql("select w.group_key, w.fills, w.name from " + Keys.TABLE
                        + " join wanted_group w on w.target_no = :target and w.group_key = k.item")
                .param("target", target.no())
                .param("keys", Keys.of(decided.stream().map(Decisions::key).toList()))
                .query(row -> {
                    known.put(row.getString(1), new Filling(row.getBoolean(2), row.getString(3)));
                });
        return known;
    }

    /** The members of a group that is filled from now on, or no longer, are compared as a whole. */
    private void markTurned(Run run, RunTarget target, List<GroupDecision> turned) {
        batches.upsert(
                "update due_target_group set since_run = ? where target_no = ? and group_key = ?",
                "insert into due_target_group (since_run, target_no, group_key) values (?, ?, ?)",
                turned,
                d -> new Object[] {run.id(), target.no(), key(d)},
                d -> new Object[] {run.id(), target.no(), key(d)});
    }

    private static String key(GroupDecision decision) {
        String key = Names.key(decision.name());
        return key.length() <= 255 ? key : key.substring(0, 255);
    }

    private void keep(Run run, RunTarget target, About about, List<Row> rows) {
        Map<String, Row> known = known(target, about, rows);
        List<Row> changed = new ArrayList<>();
        for (Row row : rows) {
            if (!row.equals(known.get(row.subject()))) {
                changed.add(row);
            }
        }
        List<String> subjects = changed.stream().map(Row::subject).toList();
        counts.follow(target.no(), about, subjects, () -> write(run, target, about, changed));
    }

    private void write(Run run, RunTarget target, About about, List<Row> changed) {
        batches.upsert("""
                update decision set name = ?, reason = ?, detail = ?, run_id = ?
                where target_no = ? and about = ? and subject = ?""", """
                insert into decision (name, reason, detail, run_id, target_no, about, subject)
                values (?, ?, ?, ?, ?, ?, ?)""", changed, row -> row(run, target, about, row), row -> row(run, target, about, row));
    }

    private static Object[] row(Run run, RunTarget target, About about, Row row) {
        return new Object[] {row.name(), row.reason(), row.detail(), run.id(), target.no(), about.word(), row.subject()
        };
    }

    private Map<String, Row> known(RunTarget target, About about, List<Row> rows) {
        Map<String, Row> known = new HashMap<>();
        if (!rows.isEmpty()) {
            jdbc.sql("select d.subject, d.name, d.reason, d.detail from " + Keys.TABLE
                            + " join decision d on d.target_no = :target and d.about = :about and d.subject = k.item")
                    .param("target", target.no())
                    .param("about", about.word())
                    .param("keys", Keys.of(rows.stream().map(Row::subject).toList()))
                    .query((rs, n) -> new Row(rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4)))
                    .list()
                    .forEach(row -> known.put(row.subject(), row));
        }
        return known;
    }
}
