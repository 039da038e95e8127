package dev.roster.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows that go from one database to the other as they are. */
final class Rows {

    private Rows() {}

    static void insert(String table, List<Map<String, Object>> rows, JdbcTemplate to) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> columns = new ArrayList<>(rows.get(0).keySet());
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        to.batchUpdate(
                "insert into " + table + " (" + String.join(", ", columns) + ") values (" + marks + ")",
                rows.stream()
                        .map(row -> columns.stream().map(row::get).toArray())
                        .toList());
    }
}
