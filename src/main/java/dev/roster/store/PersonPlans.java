package dev.roster.store;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Takes what was planned about one person out of a {@link Rehearsal}, to be carried out by a run of its own. */
@Repository
public class PersonPlans {

    private final JdbcTemplate jdbc;
    private final OperationSubjects subjects;
    private final DecisionCounts counts;

    PersonPlans(JdbcTemplate jdbc, OperationSubjects subjects, DecisionCounts counts) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.counts = counts;
    }

    /** In the rehearsal. What rests on somebody else, or on a group that is not there yet, is left to a run for all. */
    @Transactional
    public PersonPlan take(Run run, RunTarget target, String person) {
        leaveToOthers(run, target, person);
        return new PersonPlan(
                jdbc.queryForList(
                        "select * from operation where run_id = ? and target_no = ? and person_id = ? order by wave, id",
                        run.id(),
                        target.no(),
                        person),
                jdbc.queryForList("""
                        select * from adoption where run_id = ? and target_no = ? and (person_id = ?
                          or kind = 'group' and name_key in (select lower(o.group_name) from operation o
                               where o.run_id = ? and o.target_no = ? and o.person_id = ? and o.kind = 'add-member'))""", run.id(), target.no(), person, run.id(), target.no(), person),
                jdbc.queryForList("""
                        select * from adopted_member where run_id = ? and target_no = ?
                          and account_key in (select w.account_key from wanted_account w
                            where w.target_no = ? and w.person_id = ?)""", run.id(), target.no(), target.no(), person),
                jdbc.queryForList(
                        "select * from decision where target_no = ? and about = 'user' and subject = ?",
                        target.no(),
                        person));
    }

    private void leaveToOthers(Run run, RunTarget target, String person) {
        jdbc.update("""
                update operation set status = 'skipped', reason = 'not-tried'
                where run_id = ? and target_no = ? and person_id = ? and kind = 'add-member' and status = 'planned'
                  and group_name in (select c.group_name from operation c
                    where c.run_id = ? and c.target_no = ? and c.kind = 'create-group')""", run.id(), target.no(), person, run.id(), target.no());
        if (waitsForAName(run, target, person)) {
            jdbc.update("""
                    update operation set status = 'skipped', reason = 'not-tried'
                    where run_id = ? and target_no = ? and person_id = ? and status = 'planned'
                      and kind in ('rename-user', 'add-member', 'remove-member')""", run.id(), target.no(), person);
        }
    }

    private boolean waitsForAName(Run run, RunTarget target, String person) {
        List<Long> givers = jdbc.queryForList("""
                select p.id from operation o
                join operation p on p.run_id = o.run_id and p.target_no = o.target_no and p.kind = 'rename-user'
                where o.run_id = ? and o.target_no = ? and o.person_id = ? and o.kind = 'rename-user'
                  and p.person_id <> o.person_id and p.was = o.becomes""", Long.class, run.id(), target.no(), person);
        return !givers.isEmpty();
    }

    /** In the real tables: all of it, or nothing. */
    @Transactional
    public void keep(List<PersonPlan> plans) {
        for (PersonPlan plan : plans) {
            plan.decisions().forEach(this::keepDecision);
            keepOperations(plan.operations());
            Rows.insert("adoption", plan.adoptions(), jdbc);
            Rows.insert("adopted_member", plan.members(), jdbc);
        }
    }

    private void keepOperations(List<Map<String, Object>> operations) {
        if (operations.isEmpty()) {
            return;
        }
        long run = (Long) Objects.requireNonNull(operations.get(0).get("run_id"));
        int target = (Integer) Objects.requireNonNull(operations.get(0).get("target_no"));
        operations.forEach(row -> row.remove("id"));
        long before = subjects.newest();
        Rows.insert("operation", operations, jdbc);
        subjects.note(run, target, before);
    }

    /** A decision is written when it changes. */
    private void keepDecision(Map<String, Object> decision) {
        List<Map<String, Object>> known = jdbc.queryForList(
                "select name, reason, detail from decision where target_no = ? and about = 'user' and subject = ?",
                decision.get("target_no"),
                decision.get("subject"));
        boolean same = known.stream()
                .allMatch(row -> row.entrySet().stream()
                        .allMatch(column -> Objects.equals(column.getValue(), decision.get(column.getKey()))));
        if (known.isEmpty() || !same) {
            int target = (Integer) Objects.requireNonNull(decision.get("target_no"));
            String person = String.valueOf(decision.get("subject"));
            counts.follow(target, About.USER, List.of(person), () -> replace(target, person, decision));
        }
    }

    private void replace(int target, String person, Map<String, Object> decision) {
        jdbc.update("delete from decision where target_no = ? and about = 'user' and subject = ?", target, person);
        Rows.insert("decision", List.of(decision), jdbc);
    }
}
