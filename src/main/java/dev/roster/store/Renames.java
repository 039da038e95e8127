package dev.roster.store;

import dev.roster.directory.OperationKind;
import dev.roster.directory.Outcome;
import dev.roster.directory.Wave;
import dev.roster.plan.Rename;
import dev.roster.plan.RenameOrder;
import dev.roster.plan.RenameOrder.Turn;
import dev.roster.plan.Retreat;
import dev.roster.plan.Untouchable;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The renames of a plan: the turn of each, and what becomes of the others when one fails. */
@Repository
public class Renames {

    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final Batches batches;
    private final OperationSubjects subjects;
    private final DecisionCounts counts;
    private final JsonColumn json;

    Renames(JdbcClient jdbc, Batches batches, OperationSubjects subjects, DecisionCounts counts, JsonColumn json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.subjects = subjects;
        this.counts = counts;
        this.json = json;
    }

    /**
     * Says when each account gets its new name, once all accounts are planned and what waits for a further try is held
     * back. Whoever gets none in this run is spoken of by the name that stays.
     */
    @Transactional
    public void settle(Run run, RunTarget target, Untouchable untouchable) {
        keepNames(target, renames(run, target, "skipped"));
        List<Rename> planned = renames(run, target, "planned");
        Set<String> held = held(target, planned);
        if (held.isEmpty()) {
            return; // The usual case: nobody wants a name that somebody has.
        }
        Map<Turn, List<Rename>> turns = RenameOrder.turns(planned, held).entrySet().stream()
                .collect(Collectors.groupingBy(
                        turn -> possible(turn.getKey(), turn.getValue(), untouchable),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        goFirst(turns.getOrDefault(Turn.FIRST, List.of()));
        stepAside(run, target, turns.getOrDefault(Turn.ASIDE, List.of()));
        skip(turns.getOrDefault(Turn.NEXT_RUN, List.of()));
        keepNames(target, turns.getOrDefault(Turn.NEXT_RUN, List.of()));
        leave(run, target, turns.getOrDefault(Turn.LEFT, List.of()));
    }

    private static Turn possible(Rename rename, Turn turn, Untouchable untouchable) {
        return turn == Turn.ASIDE && untouchable.includes(Rename.aside(rename.personId())) ? Turn.LEFT : turn;
    }

    private List<Rename> renames(Run run, RunTarget target, String status) {
        return jdbc.sql("""
                select id, person_id, user_name, was, becomes from operation
                where run_id = ? and target_no = ? and status = ? and kind = 'rename-user' order by id""")
                .params(run.id(), target.no(), status)
                .query((rs, n) -> new Rename(
                        rs.getLong(1),
                        rs.getString(2),
                        rs.getString(3),
                        name(json.read(rs.getString(5))),
                        name(json.read(rs.getString(4)))))
                .list();
    }

    private static String name(Map<String, String> column) {
        return Objects.requireNonNull(column.get("name"));
    }

    /** Those of the new names that accounts have now. */
    private Set<String> held(RunTarget target, List<Rename> renames) {
        Set<String> held = new HashSet<>();
        for (int from = 0; from < renames.size(); from += AT_ONCE) {
            held.addAll(jdbc.sql("select a.name_key from " + Keys.TABLE
                            + " join seen_account a on a.target_no = :target and a.name_key = k.item")
                    .param("target", target.no())
                    .param(
                            "keys",
                            Keys.of(renames.subList(from, Math.min(from + AT_ONCE, renames.size())).stream()
                                    .map(Rename::newKey)
                                    .toList()))
                    .query(String.class)
                    .list());
        }
        return held;
    }

    private void goFirst(List<Rename> renames) {
        batches.write("update operation set wave = ? where id = ?", renames, rename ->
                new Object[] {Wave.NAMES_FREED.number(), rename.operation()});
    }

    private void stepAside(Run run, RunTarget target, List<Rename> renames) {
        goFirst(renames);
        long before = subjects.newest();
        batches.write("update operation set becomes = ? where id = ?", renames, rename ->
                new Object[] {json.write(Map.of("name", Rename.aside(rename.personId()))), rename.operation()});
        batches.write("""
                insert into operation
                  (run_id, target_no, wave, kind, user_name, person_id, account_id, was, becomes, reason, status)
                select run_id, target_no, ?, kind, ?, person_id, account_id, was, ?, reason, status
                from operation where id = ?""", renames, rename -> new Object[] {
            Wave.ACCOUNTS_RENAMED.number(),
            Rename.aside(rename.personId()),
            json.write(Map.of("name", rename.to())),
            rename.operation()
        });
        subjects.note(run.id(), target.no(), before);
    }

    private void skip(Collection<Rename> renames) {
        batches.write("update operation set status = 'skipped', reason = 'not-tried' where id = ?", renames, rename ->
                new Object[] {rename.operation()});
    }

    private void leave(Run run, RunTarget target, List<Rename> renames) {
        batches.write("delete from operation where id = ?", renames, rename -> new Object[] {rename.operation()});
        keepNames(target, renames);
        List<String> people = renames.stream().map(Rename::personId).toList();
        counts.follow(
                target.no(),
                About.USER,
                people,
                () -> batches.write("""
                update decision set reason = 'rename-left', detail = ?, run_id = ?
                where target_no = ? and about = 'user' and subject = ? and reason = 'changed'""", renames, rename ->
                        new Object[] {rename.to() + " is taken", run.id(), target.no(), rename.personId()}));
    }

    private void keepNames(RunTarget target, List<Rename> renames) {
        batches.write(
                "update wanted_account set account_name = ? where target_no = ? and person_id = ?", renames, rename ->
                        new Object[] {rename.from(), target.no(), rename.personId()});
    }

    /** Memberships go by names: those of an account that could not be renamed are left for another run. */
    void retreat(Run run, RunTarget target, List<Outcome> dead) {
        List<Outcome> outcomes = dead.stream()
                .filter(outcome -> outcome.operation().kind() == OperationKind.RENAME_USER)
                .toList();
        if (outcomes.isEmpty()) {
            return;
        }
        List<Rename> failed = outcomes.stream().map(Renames::rename).toList();
        boolean awaited =
                outcomes.stream().anyMatch(outcome -> outcome.operation().wave() == Wave.NAMES_FREED);
        Retreat retreat = Retreat.after(failed, awaited ? renames(run, target, "planned") : List.of());
        skip(retreat.kept());
        batches.write("update operation set becomes = ? where id = ?", retreat.back(), rename ->
                new Object[] {json.write(Map.of("name", rename.former())), rename.operation()});
        Set<String> people = Stream.concat(failed.stream().map(Rename::personId), retreat.people().stream())
                .collect(Collectors.toSet());
        leaveMemberships(subjects.operations(run, target, people));
    }

    private void leaveMemberships(List<Long> operations) {
        batches.write("""
                update operation set status = 'skipped', reason = 'not-tried'
                where id = ? and status = 'planned' and kind in ('add-member', 'remove-member')""", operations, operation -> new Object[] {operation});
    }

    private static Rename rename(Outcome outcome) {
        return new Rename(
                outcome.operation().id(),
                Objects.requireNonNull(outcome.operation().personId()),
                Objects.requireNonNull(outcome.operation().user()),
                name(outcome.operation().becomes()),
                name(outcome.operation().was()));
    }
}
