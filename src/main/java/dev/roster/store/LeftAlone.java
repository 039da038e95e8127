package dev.roster.store;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.TransactionException;

/** Until when services asked to be left alone, for whichever process sends to them next. */
@Repository
public class LeftAlone {

    private static final Logger LOG = LoggerFactory.getLogger(LeftAlone.class);

    private final JdbcClient jdbc;
    private final Batches batches;
    private final Clock clock;

    LeftAlone(JdbcClient jdbc, Batches batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** A database that does not take it keeps nobody from waiting now. */
    public void keep(String service, Instant until) {
        try {
            OffsetDateTime at = until.atOffset(ZoneOffset.UTC);
            batches.upsert(
                    "update left_alone set until_at = ? where service = ?",
                    "insert into left_alone (until_at, service) values (?, ?)",
                    List.of(service),
                    one -> new Object[] {at, one},
                    one -> new Object[] {at, one});
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("until when {} is to be left alone could not be stored", service, e);
        }
    }

    /** Those whose time is not over. */
    public Map<String, Instant> all() {
        Map<String, Instant> all = new TreeMap<>();
        jdbc.sql("select service, until_at from left_alone where until_at > ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    all.put(
                            row.getString(1),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                });
        return all;
    }
}
