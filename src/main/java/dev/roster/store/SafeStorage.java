package dev.roster.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the database keeps what it is given. The embedded one does not notice that its disk is full; so there has to
 * be room, and a {@link Canary} has to arrive. Any other database answers for itself.
 */
@Component
public class SafeStorage {

    /** HSQLDB's log of commits grows to 50 MB, and a checkpoint then copies what has changed. */
    static final long FLOOR = 200_000_000;

    private static final long MB = 1_000_000;
    private static final Logger LOG = LoggerFactory.getLogger(SafeStorage.class);

    private final JdbcClient jdbc;
    private final @Nullable Path folder;
    private final @Nullable Canary canary;
    private final LongSupplier free;
    private final long floor;

    /** After one lost commit the file has a gap, whatever arrives later; only a checkpoint mends that. */
    private volatile boolean lost;

    @Autowired
    SafeStorage(JdbcClient jdbc, Environment environment) {
        this(jdbc, environment.getProperty("spring.datasource.url"), FLOOR);
    }

    SafeStorage(JdbcClient jdbc, @Nullable String url, long floor) {
        this.jdbc = jdbc;
        this.floor = floor;
        this.folder = DatabaseFile.folder(url).orElse(null);
        this.canary = DatabaseFile.log(url).map(log -> new Canary(jdbc, log)).orElse(null);
        this.free = () -> folder == null ? Long.MAX_VALUE : folder.toFile().getUsableSpace();
        if (canary != null) {
            // As the shipped address has it; else half a second of commits is in memory only, the canary among them.
            jdbc.sql("set files write delay false").update();
        }
    }

    /** Whether the database is one whose disk has to be watched. */
    public boolean isWatched() {
        return canary != null;
    }

    /** Bytes that may still be written where the database lies. */
    public long free() {
        return free.getAsLong();
    }

    /** Why nothing may rest on the database now, as far as is known without a write; empty when all is well. */
    public Optional<String> trouble() {
        long bytes = free();
        if (bytes < floor) {
            return Optional.of("only " + bytes / MB + " MB are free where the embedded database lies (" + folder
                    + "), less than " + floor / MB + " MB; make room there: on a full disk HSQLDB loses what it is"
                    + " given without a word");
        }
        return lost
                ? Optional.of("what the embedded database was given did not arrive in its file in " + folder
                        + "; see that the disk has room and can be written")
                : Optional.empty();
    }

    /** The same after a canary has been sent. What was lost before is written anew when there is room again. */
    public synchronized Optional<String> probe() {
        if (canary != null && free() >= floor) {
            if (lost) {
                mend();
            }
            if (!lost && !canary.arrives()) {
                lost = true;
                LOG.error("the embedded database loses what it is given; the disk of {} may be full", folder);
            }
        }
        return trouble();
    }

    /** @throws StorageUnsafe when a canary does not arrive, or there is no room */
    public void require() {
        probe().ifPresent(trouble -> {
            throw new StorageUnsafe(trouble);
        });
    }

    /**
     * A checkpoint writes everything that is in memory, and begins a new file of commits. Only with room: on a full disk
     * it loses rows for good.
     */
    private void mend() {
        try {
            jdbc.sql("checkpoint").update();
            lost = false;
            LOG.info("the embedded database has written everything anew");
        } catch (DataAccessException e) {
            LOG.warn("the embedded database could not be written anew", e);
        }
    }
}
