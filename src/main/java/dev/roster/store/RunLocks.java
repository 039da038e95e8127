package dev.roster.store;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One run per connection at a time, across processes: whoever holds the row, as long as its lease is renewed. */
@Repository
public class RunLocks {

    /** Longer than any pause of a healthy process. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration lease;

    @Autowired
    RunLocks(JdbcClient jdbc, Clock clock, Environment environment) {
        this(jdbc, clock, environment.getProperty("lease.length", Duration.class, LEASE));
    }

    RunLocks(JdbcClient jdbc, Clock clock, Duration lease) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.lease = lease;
    }

    /** For how long the lock is held when it is not renewed. */
    public Duration lease() {
        return lease;
    }

    /** Whether the lock is ours now; a lease that has run out is taken over. */
    public boolean acquire(int connection, long run, String holder) {
        int taken =
                jdbc.sql("""
                update run_lock set run_id = ?, holder = ?, leased_until = ?
                where connection_no = ? and leased_until < ?""").params(run, holder, until(), connection, now()).update();
        return taken == 1 || insert(connection, run, holder);
    }

    private boolean insert(int connection, long run, String holder) {
        try {
            jdbc.sql("insert into run_lock (connection_no, run_id, holder, leased_until) values (?, ?, ?, ?)")
                    .params(connection, run, holder, until())
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Whether the lease could be renewed; false when somebody else has taken it over. */
    public boolean renew(int connection, long run, String holder) {
        return jdbc.sql("update run_lock set leased_until = ? where connection_no = ? and run_id = ? and holder = ?")
                        .params(until(), connection, run, holder)
                        .update()
                == 1;
    }

    /** The run that is at work for the connection, here or elsewhere; empty when none is. */
    public Optional<Long> run(int connection) {
        return jdbc.sql("select run_id from run_lock where connection_no = ? and leased_until >= ?")
                .params(connection, now())
                .query(Long.class)
                .optional();
    }

    /** Runs that hold a lock, and have not renewed it: their processes are dead, frozen, or cut off from the database. */
    public List<Long> abandoned() {
        return jdbc.sql("select run_id from run_lock where leased_until < ? order by run_id")
                .param(now())
                .query(Long.class)
                .list();
    }

    public void release(int connection, long run) {
        jdbc.sql("delete from run_lock where connection_no = ? and run_id = ?")
                .params(connection, run)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime until() {
        return now().plus(lease);
    }
}
