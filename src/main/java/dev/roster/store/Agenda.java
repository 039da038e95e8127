package dev.roster.store;

import dev.roster.directory.Names;
import dev.roster.directory.OperationKind;
import dev.roster.directory.Outcome;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom and what the next plan of a target is about: marks of what changed in Entra, and of what earlier runs left.
 *
 * <p>A mark goes only when a run has carried its plan out. Too many marks cost time, and nothing else.
 */
@Repository
public class Agenda {

    /**
     * What a run has planned and not carried out, of one status, and that the next run has to plan again. What waits for
     * a further try, and what hangs on that, is not among it: its dead letter says when; of leavers who are held back
     * {@link HeldBack} does. What has just failed is looked at again at once.
     *
     * <p>One status at a time: for several, HSQLDB goes through all operations of the run.
     */
    private static final String UNDONE = """
            operation o where o.run_id = :run and o.target_no = :target and o.status = '%s'
              and o.reason not in ('waiting-to-retry', 'silenced', HELD_BACK)
              and not exists (
                select 1 from dead_letter d
                where d.target_no = o.target_no and d.person_id = o.person_id
                  and (o.kind in ('add-member', 'remove-member') and d.kind in ('create-user', 'rename-user')
                    or o.kind in ('deactivate-user', 'delete-user')
                      and d.kind in ('reassign-project-lead', 'reassign-component-lead')))
              and not exists (
                select 1 from dead_letter d
                where d.target_no = o.target_no and o.kind = 'add-member' and d.kind = 'create-group'
                  and d.group_name = o.group_name)""".replace("HELD_BACK", HeldBack.REASONS);

    private final JdbcClient jdbc;
    private final Batches batches;
    private final HeldBack heldBack;
    private final Clock clock;

    Agenda(JdbcClient jdbc, Batches batches, HeldBack heldBack, Clock clock) {
        this.heldBack = heldBack;
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Marks whom and what the dead letters are about whose time has come, and leavers who have waited long enough. */
    @Transactional
    public void markLetters(Run run, RunTarget target) {
        heldBack.markDue(run, target);
        String due = """
                 from dead_letter l left join %s k on k.target_no = l.target_no and k.%s = %s
                where l.target_no = :target and l.state = 'open' and l.next_at <= :now and k.target_no is null and\s""";
        jdbc.sql("insert into due_person (target_no, person_id, since_run)"
                        + " select distinct l.target_no, l.person_id, cast(:run as bigint)"
                        + due.formatted("due_person", "person_id", "l.person_id") + "l.person_id is not null")
                .param("target", target.no())
                .param("run", run.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("insert into due_target_group (target_no, group_key, since_run)"
                        + " select distinct l.target_no, lower(l.group_name), cast(:run as bigint)"
                        + due.formatted("due_target_group", "group_key", "lower(l.group_name)")
                        + "l.person_id is null and l.group_name <> ''")
                .param("target", target.no())
                .param("run", run.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Marks who may be decided about otherwise because of those that are due: whoever has, or comes to, a name that one
     * of them has, had or gets; and, where addresses tell whose an account is, everybody for whom they could not.
     */
    @Transactional
    public void widen(Run run, RunTarget target, boolean byEmail) {
        update(run, target, """
                insert into due_person (target_no, person_id, since_run)
                select distinct w.target_no, w.person_id, cast(:run as bigint)
                from (
                  select p.username_key as name from due_person d
                  join wanted_account p on p.target_no = d.target_no and p.person_id = d.person_id
                  where d.target_no = :target and p.username_key is not null
                  union
                  select lower(c.name) as name from due_person d
                  join decision c on c.target_no = d.target_no and c.about = 'user' and c.subject = d.person_id
                  where d.target_no = :target and c.name is not null
                  union
                  select o.name_key as name from due_person d
                  join owned_account o on o.target_no = d.target_no and o.person_id = d.person_id
                  where d.target_no = :target) n
                left join wanted_account w on w.target_no = :target and w.username_key = n.name
                left join due_person k on k.target_no = w.target_no and k.person_id = w.person_id
                where w.person_id is not null and k.person_id is null""");
        if (byEmail && anyNewcomer(target)) {
            update(run, target, """
                    insert into due_person (target_no, person_id, since_run)
                    select c.target_no, c.subject, cast(:run as bigint) from decision c
                    join wanted_account w on w.target_no = c.target_no and w.person_id = c.subject
                    left join due_person k on k.target_no = c.target_no and k.person_id = c.subject
                    where c.target_no = :target and c.reason = 'match-conflict' and k.person_id is null""");
        }
    }

    /** Whether anybody is due whose account is not known. */
    public boolean anyNewcomer(RunTarget target) {
        return !jdbc.sql("""
                        select d.person_id from due_person d
                        left join owned_account o on o.target_no = d.target_no and o.person_id = d.person_id
                        left join seen_account a on a.target_no = o.target_no and a.name_key = o.name_key
                        where d.target_no = ? and a.name_key is null
                        limit 1""").param(target.no()).query(String.class).list().isEmpty();
    }

    /** Everybody and every group that the plan has an operation for: what is planned stays due until it is done. */
    @Transactional
    public void markPlanned(Run run, RunTarget target) {
        String planned = "operation o where o.run_id = :run and o.target_no = :target";
        add(people(planned), run, target, run.id());
        add(groups(planned), run, target, run.id());
    }

    /**
     * Called when the plan has been carried out: the marks go that it saw, but not those of whom and what it left
     * undone.
     */
    @Transactional
    public void settle(Run run, RunTarget target) {
        keepWaitingForNames(run, target);
        markAfterNeighbours(run, target);
        heldBack.settle(run, target);
        for (String status : List.of("planned", "skipped", "dead")) {
            String undone = UNDONE.formatted(status);
            for (Marks marks : List.of(people(undone), groups(undone))) {
                move(marks, run, target, run.id() + 1);
                add(marks, run, target, run.id() + 1);
            }
        }
        for (String table : List.of("due_person", "due_group", "due_target_group")) {
            update(run, target, "delete from " + table + " where target_no = :target and since_run <= :run");
        }
    }

    /** @param items what is marked, as a query of one column */
    private record Marks(String table, String column, String items) {}

    private static Marks people(String operations) {
        return new Marks(
                "due_person",
                "person_id",
                "select distinct o.person_id as item from " + operations + " and o.person_id is not null");
    }

    /** Only where no person is marked instead. */
    private static Marks groups(String operations) {
        return new Marks(
                "due_target_group",
                "group_key",
                "select distinct lower(o.group_name) as item from " + operations + " and o.group_name is not null"
                        + " and (o.person_id is null or o.kind in ('create-group', 'delete-group'))");
    }

    private void add(Marks marks, Run run, RunTarget target, long since) {
        mark(
                run,
                target,
                since,
                "insert into " + marks.table() + " (target_no, " + marks.column() + ", since_run)"
                        + " select cast(:target as int), x.item, cast(:since as bigint) from (" + marks.items()
                        + ") x left join " + marks.table() + " k on k.target_no = :target and k." + marks.column()
                        + " = x.item where k.target_no is null");
    }

    private void move(Marks marks, Run run, RunTarget target, long since) {
        mark(
                run,
                target,
                since,
                "update " + marks.table() + " set since_run = :since where target_no = :target and since_run < :since"
                        + " and " + marks.column() + " in (" + marks.items() + ")");
    }

    private void mark(Run run, RunTarget target, long since, String sql) {
        jdbc.sql(sql)
                .param("target", target.no())
                .param("run", run.id())
                .param("since", since)
                .update();
    }

    /** Marks who wants a name that an account has given up: after this run it is theirs, or free. */
    void markWaitingForNames(Run run, RunTarget target, List<Outcome> done) {
        Set<String> freed = done.stream()
                .map(Outcome::operation)
                .filter(operation ->
                        operation.kind() == OperationKind.DELETE_USER || operation.kind() == OperationKind.RENAME_USER)
                .flatMap(operation -> Stream.ofNullable(operation.user()))
                .map(Names::key)
                .collect(Collectors.toSet());
        if (freed.isEmpty()) {
            return;
        }
        List<String> waiting = jdbc.sql("select distinct w.person_id from " + Keys.TABLE
                        + " join wanted_account w on w.target_no = :target and w.username_key = k.item")
                .param("keys", Keys.of(freed))
                .param("target", target.no())
                .query(String.class)
                .list();
        batches.upsert(
                "update due_person set since_run = ? where target_no = ? and person_id = ?",
                "insert into due_person (since_run, target_no, person_id) values (?, ?, ?)",
                waiting,
                person -> new Object[] {run.id(), target.no(), person},
                person -> new Object[] {run.id(), target.no(), person});
    }

    /**
     * Marks the groups in which something failed because they, or the accounts, are not there: the next run looks at them
     * as they are. The accounts are looked at because they were left undone.
     */
    void markDoubted(Run run, RunTarget target, List<Outcome> dead) {
        List<String> groups = dead.stream()
                .filter(Outcome::failedForWantOfIt)
                .flatMap(outcome -> Stream.ofNullable(outcome.operation().group()))
                .map(Names::key)
                .distinct()
                .toList();
        batches.upsert(
                "update due_target_group set doubted = true, since_run = ? where target_no = ? and group_key = ?",
                "insert into due_target_group (doubted, since_run, target_no, group_key) values (true, ?, ?, ?)",
                groups,
                group -> new Object[] {run.id() + 1, target.no(), group},
                group -> new Object[] {run.id() + 1, target.no(), group});
    }

    /** Who wanted a name that was freed too late for this run, and that nobody has taken. */
    private void keepWaitingForNames(Run run, RunTarget target) {
        for (String kind : List.of("delete-user", "rename-user")) {
            update(run, target, """
                    update due_person set since_run = :run + 1
                    where target_no = :target and since_run <= :run and person_id in (
                      select w.person_id from operation o
                      join wanted_account w on w.target_no = o.target_no and w.username_key = lower(o.user_name)
                      left join seen_account a on a.target_no = w.target_no and a.name_key = w.username_key
                      where o.run_id = :run and o.target_no = :target and o.kind = '%s' and o.status = 'done'
                        and a.name_key is null)""".formatted(kind));
        }
    }

    /** Whoever and whatever was left to a neighbour because of its plan in the same run; by now that is carried out. */
    private void markAfterNeighbours(Run run, RunTarget target) {
        update(run, target, """
                insert into due_person (target_no, person_id, since_run)
                select distinct w.target_no, w.person_id, cast(:run + 1 as bigint) from claimed_account c
                join wanted_account w on w.target_no = c.target_no and w.username_key = c.name_key
                where c.target_no = :target and c.planned = true
                  and not exists (select 1 from due_person k
                                  where k.target_no = w.target_no and k.person_id = w.person_id)""");
        update(run, target, """
                update due_person set since_run = :run + 1
                where target_no = :target and since_run <= :run and person_id in (
                  select w.person_id from claimed_account c
                  join wanted_account w on w.target_no = c.target_no and w.username_key = c.name_key
                  where c.target_no = :target and c.planned = true)""");
        update(run, target, """
                insert into due_target_group (target_no, group_key, since_run)
                select b.target_no, b.group_key, cast(:run + 1 as bigint) from shared_group b
                where b.target_no = :target and b.planned = true
                  and not exists (select 1 from due_target_group k
                                  where k.target_no = b.target_no and k.group_key = b.group_key)""");
        update(run, target, """
                update due_target_group set since_run = :run + 1
                where target_no = :target and since_run <= :run and group_key in (
                  select b.group_key from shared_group b where b.target_no = :target and b.planned = true)""");
    }

    private void update(Run run, RunTarget target, String sql) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql).param("target", target.no());
        (sql.contains(":run") ? statement.param("run", run.id()) : statement).update();
    }
}
