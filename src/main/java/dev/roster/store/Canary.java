package dev.roster.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A row that is committed and then looked for in the file that HSQLDB writes its commits to.
 *
 * <p>On a full disk HSQLDB goes on to say "committed", and reads back what it has in memory only. The file does not lie.
 */
final class Canary {

    /** A checkpoint in between begins the file anew, and the row is elsewhere then; it does not happen twice. */
    private static final int TRIES = 2;

    private final JdbcClient jdbc;
    private final Path log;

    /** @param log the file of commits, as in {@code data/roster.log} */
    Canary(JdbcClient jdbc, Path log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /** Whether what is committed now arrives in the file. */
    boolean arrives() {
        for (int i = 0; i < TRIES; i++) {
            if (arrivesNow()) {
                return true;
            }
        }
        return false;
    }

    private boolean arrivesNow() {
        try {
            String token = UUID.randomUUID().toString();
            long before = Files.exists(log) ? Files.size(log) : 0;
            jdbc.sql("update canary set token = ?").param(token).update();
            return since(before).contains(token);
        } catch (IOException e) {
            return false;
        }
    }

    /** What was written after that place; all of it when the file is shorter than that by now. */
    private String since(long place) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(place <= file.length() ? place : 0);
            byte[] rest = new byte[(int) Math.min(file.length() - file.getFilePointer(), Integer.MAX_VALUE - 8)];
            file.readFully(rest);
            return new String(rest, StandardCharsets.ISO_8859_1);
        }
    }
}
