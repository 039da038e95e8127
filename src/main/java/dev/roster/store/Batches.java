package dev.roster.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes many rows with one statement. */
@Component
class Batches {

    private final JdbcTemplate jdbc;

    Batches(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Runs the statement once for each item.
     *
     * @return how many rows each changed, in the order of the items
     */
    <T> int[] write(String sql, Collection<T> items, Function<T, Object[]> row) {
        if (items.isEmpty()) {
            return new int[0]; // HSQLDB refuses an empty batch.
        }
        return jdbc.batchUpdate(sql, items.stream().map(row).toList());
    }

    /**
     * Updates the row of each item, or inserts it where there is none.
     *
     * @return the items that were inserted
     */
    <T> List<T> upsert(
            String update,
            String insert,
            List<T> items,
            Function<T, Object[]> updated,
            Function<T, Object[]> inserted) {
        int[] counts = write(update, items, updated);
        List<T> absent = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == 0) {
                absent.add(items.get(i));
            }
        }
        write(insert, absent, inserted);
        return absent;
    }
}
