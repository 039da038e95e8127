package dev.roster.command;

import dev.roster.directory.Characters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in columns of one width, for people. */
final class Table {

    private static final int WIDEST = 60;

    private final List<List<String>> rows = new ArrayList<>();

    private Table() {}

    static Table of(String... titles) {
        return new Table().row((Object[]) titles);
    }

    /** Null shows as an empty cell. */
    Table row(@Nullable Object... cells) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i] == null ? "" : Shown.line(cells[i].toString());
            row.add(i < cells.length - 1 ? shortened(cell) : cell);
        }
        rows.add(List.copyOf(row));
        return this;
    }

    /** One long name would push every other row apart. */
    private static String shortened(String cell) {
        return cell.length() <= WIDEST ? cell : Characters.start(cell, WIDEST - 1) + "…";
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    List<String> lines() {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
