package dev.roster.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Targets of a run whose operations another instance may deliver: offered, held for as long as a lease is renewed, and
 * returned. Whoever holds one has it alone.
 */
@Repository
public class LentTargets {

    /** Longer than two check-ins of an instance; Quartz writes them down. */
    private static final Duration SEEN_LATELY = Duration.ofSeconds(20);

    private static final int LONGEST_TEXT = 4000;

    private static final String HELD = " where run_id = ? and target_no = ? and holder = ? and not returned";
    private static final String RUN_AT_WORK = " exists (select 1 from run_lock k where k.run_id = lent_target.run_id";

    private final JdbcClient jdbc;
    private final Unanswered unanswered;
    private final Clock clock;

    LentTargets(JdbcClient jdbc, Unanswered unanswered, Clock clock) {
        this.jdbc = jdbc;
        this.unanswered = unanswered;
        this.clock = clock;
    }

    /**
     * What is offered to whoever has the same settings and routes.
     *
     * @param fingerprint of them
     */
    public record Offer(long run, String connection, int targetNo, String fingerprint) {}

    /**
     * How it stands with a target that was offered.
     *
     * @param holder who delivers it; null when nobody has taken it
     * @param leftAloneUntil until when the product asked to be left alone there; null when it did not
     * @param fault what failed there that is no operation's failure; null when nothing did
     */
    public record Lent(
            Instant offeredAt,
            @Nullable String holder,
            @Nullable Instant leasedUntil,
            boolean returned,
            @Nullable Instant leftAloneUntil,
            @Nullable String fault) {}

    /**
     * What is said when a target is returned.
     *
     * @param requests how many were sent for it
     * @param leftAloneUntil until when the product asked to be left alone; null when it did not
     * @param fault what failed that is no operation's failure; null when nothing did
     */
    public record Return(
            long requests,
            @Nullable Instant leftAloneUntil,
            @Nullable String fault) {}

    /** How many instances share schedules in this database now; 0 for an embedded one, which has one process. */
    public long instances() {
        return jdbc.sql("select count(*) from qrtz_scheduler_state where last_checkin_time > ?")
                .param(clock.instant().minus(SEEN_LATELY).toEpochMilli())
                .query(Long.class)
                .single();
    }

    @Transactional
    public void offer(Run run, RunTarget target, String fingerprint) {
        jdbc.sql("delete from lent_target where target_no = ? and run_id <= ?")
                .params(target.no(), run.id())
                .update();
        jdbc.sql("insert into lent_target (run_id, target_no, fingerprint, offered_at) values (?, ?, ?, ?)")
                .params(run.id(), target.no(), fingerprint, now())
                .update();
    }

    public Optional<Lent> find(Run run, RunTarget target) {
        return jdbc.sql("select * from lent_target where run_id = ? and target_no = ?")
                .params(run.id(), target.no())
                .query((rs, n) -> lent(rs))
                .optional();
    }

    private static Lent lent(ResultSet rs) throws SQLException {
        return new Lent(
                rs.getObject("offered_at", OffsetDateTime.class).toInstant(),
                rs.getString("holder"),
                instant(rs, "leased_until"),
                rs.getBoolean("returned"),
                instant(rs, "left_alone"),
                rs.getString("fault"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime time = rs.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /**
     * Takes the first target that another instance offers, if any fits. Two that ask at once do not wait for each other.
     *
     * @param until the end of the lease; never later than that of the run's own
     */
    @Transactional
    public Optional<Offer> take(String holder, Instant until, Predicate<Offer> fits) {
        Optional<Offer> taken = jdbc
                .sql("""
                select l.run_id, c.name, l.target_no, l.fingerprint
                from lent_target l join run r on r.id = l.run_id join connection_name c on c.no = r.connection_no
                where l.holder is null and not l.returned and not l.stopping and r.state = 'applying'
                  and exists (select 1 from run_lock k
                              where k.run_id = l.run_id and k.leased_until >= ? and k.holder <> ?)
                order by l.run_id, l.target_no
                for update of l skip locked""")
                .params(at(until), holder)
                .query((rs, n) -> new Offer(rs.getLong(1), rs.getString(2), rs.getInt(3), rs.getString(4)))
                .list()
                .stream()
                .filter(fits)
                .findFirst();
        taken.ifPresent(offer -> jdbc.sql(
                        "update lent_target set holder = ?, leased_until = ? where run_id = ? and target_no = ?")
                .params(holder, at(until), offer.run(), offer.targetNo())
                .update());
        return taken;
    }

    /** @return false when it is to be returned: it was asked for, or taken back, or its run is not at work any more */
    public boolean renew(Run run, RunTarget target, String holder, Instant until) {
        return jdbc.sql("update lent_target set leased_until = ?" + HELD + " and not stopping and" + RUN_AT_WORK
                                + " and k.leased_until >= ?)")
                        .params(at(until), run.id(), target.no(), holder, at(until))
                        .update()
                == 1;
    }

    /**
     * Does something that only the holder may, while nobody can take the target back.
     *
     * @return what comes of it; empty, without having done it, when the target is held no more
     */
    @Transactional
    public <T> Optional<T> whileHeld(Run run, RunTarget target, String holder, Supplier<T> work) {
        boolean held = jdbc.sql("update lent_target set holder = holder" + HELD + " and" + RUN_AT_WORK + ")")
                        .params(run.id(), target.no(), holder)
                        .update()
                == 1;
        return held ? Optional.of(work.get()) : Optional.empty();
    }

    public void giveBack(Run run, RunTarget target, String holder, Return said) {
        String fault = said.fault();
        Instant leftAloneUntil = said.leftAloneUntil();
        jdbc.sql("update lent_target set returned = true, requests = ?, left_alone = ?, fault = ?" + HELD)
                .param(said.requests())
                .param(leftAloneUntil == null ? null : at(leftAloneUntil))
                .param(fault == null || fault.length() <= LONGEST_TEXT ? fault : fault.substring(0, LONGEST_TEXT))
                .params(run.id(), target.no(), holder)
                .update();
    }

    /** Whoever delivers it is to send nothing more, and to return it. */
    public void stop(Run run, RunTarget target) {
        jdbc.sql("update lent_target set stopping = true where run_id = ? and target_no = ?")
                .params(run.id(), target.no())
                .update();
    }

    /** @return false when somebody has taken it meanwhile */
    public boolean withdraw(Run run, RunTarget target) {
        return jdbc.sql("delete from lent_target where run_id = ? and target_no = ? and holder is null")
                        .params(run.id(), target.no())
                        .update()
                == 1;
    }

    /**
     * Takes back what is not heard of any more. What was in hand there may have been sent: in the same transaction it is
     * left, or it would be sent again.
     *
     * @return of how many operations nobody knows the end; empty when the target is held still
     */
    @Transactional
    public Optional<Integer> takeBack(Run run, RunTarget target) {
        boolean back = jdbc.sql("""
                update lent_target set returned = true
                where run_id = ? and target_no = ? and not returned and leased_until < ?""").params(run.id(), target.no(), now()).update() == 1;
        return back ? Optional.of(unanswered.leave(run, target)) : Optional.empty();
    }

    /** Requests that other instances sent for a run, by the target's number. */
    public Map<Integer, Long> requests(long run) {
        return jdbc
                .sql("select target_no, requests from lent_target where run_id = ?")
                .param(run)
                .query((rs, n) -> Map.entry(rs.getInt(1), rs.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
