package dev.roster.store;

import dev.roster.directory.Reason;
import dev.roster.directory.Wave;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Leavers who wait because nobody can take over what they lead. To ask who leads what costs a request for each project,
 * so they are looked at again after an hour, doubling to a day, as what has failed is.
 */
@Component
class HeldBack {

    /** Reasons of theirs, as a list in SQL. */
    static final String REASONS = List.of(
                    Reason.NO_DEFAULT_LEAD,
                    Reason.DEFAULT_LEAD_MISSING,
                    Reason.DEFAULT_LEAD_INACTIVE,
                    Reason.DEFAULT_LEAD_LEAVES)
            .stream()
            .map(reason -> "'" + reason.word() + "'")
            .collect(Collectors.joining(", "));

    private final JdbcClient jdbc;
    private final Batches batches;
    private final Clock clock;

    HeldBack(JdbcClient jdbc, Batches batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    private record Wait(int times, OffsetDateTime until) {}

    /** Marks those whose time has come. */
    void markDue(Run run, RunTarget target) {
        jdbc.sql("""
                insert into due_person (target_no, person_id, since_run)
                select h.target_no, h.person_id, cast(:run as bigint) from held_back h
                left join due_person d on d.target_no = h.target_no and d.person_id = h.person_id
                where h.target_no = :target and h.next_at <= :now and d.person_id is null""")
                .param("run", run.id())
                .param("target", target.no())
                .param("now", now())
                .update();
    }

    /** Called while the marks of this run are still there: forgets who waits no more, and notes who waits. */
    void settle(Run run, RunTarget target) {
        Map<String, Wait> waits = waits(target);
        List<String> held = held(run, target);
        if (held.isEmpty() && waits.isEmpty()) {
            return;
        }
        jdbc.sql("""
                delete from held_back where target_no = :target and person_id in (
                  select d.person_id from due_person d where d.target_no = :target and d.since_run <= :run)""").param("target", target.no()).param("run", run.id()).update();
        batches.upsert(
                "update held_back set times = ?, next_at = ? where target_no = ? and person_id = ?",
                "insert into held_back (times, next_at, target_no, person_id) values (?, ?, ?, ?)",
                held,
                person -> row(target, person, waits.get(person)),
                person -> row(target, person, waits.get(person)));
    }

    private Object[] row(RunTarget target, String person, @Nullable Wait before) {
        Wait wait = next(before);
        return new Object[] {wait.times(), wait.until(), target.no(), person};
    }

    /** Somebody who came up before their time, for another reason, waits no longer for that. */
    private Wait next(@Nullable Wait before) {
        if (before != null && before.until().isAfter(now())) {
            return before;
        }
        int times = before == null ? 1 : before.times() + 1;
        return new Wait(times, now().plus(DeadLetters.wait(times)));
    }

    private Map<String, Wait> waits(RunTarget target) {
        Map<String, Wait> waits = new HashMap<>();
        jdbc.sql("select person_id, times, next_at from held_back where target_no = ?")
                .param(target.no())
                .query(row -> {
                    waits.put(row.getString(1), new Wait(row.getInt(2), row.getObject(3, OffsetDateTime.class)));
                });
        return waits;
    }

    private List<String> held(Run run, RunTarget target) {
        return jdbc.sql("""
                select distinct person_id from operation
                where run_id = ? and target_no = ? and status = 'skipped' and wave = ? and person_id is not null
                  and reason in (%s)""".formatted(REASONS))
                .params(run.id(), target.no(), Wave.LEAVERS.number())
                .query(String.class)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
