package dev.roster.settings.loading;

import java.util.ArrayList;
import java.util.List;

/** Every setting there is, and where it may stand. */
final class KeyTable {
    private static final String CONNECTION = "connections.*.";
    private static final String TARGET = CONNECTION + "targets.*.";

    /** The tree of the table. */
    static final Place.Fields TREE = Place.tree(rows());

    private KeyTable() {}

    /**
     * A setting at a place.
     *
     * @param pattern its path below {@code roster}; {@code *} is a name that the administrator chooses
     */
    record Row(String pattern, Key<?> key) {}

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        add(rows, CONNECTION, ConnectionReader.KEYS);
        add(rows, CONNECTION + "entra.", EntraReader.KEYS);
        add(rows, CONNECTION + "entra.", TransportReader.KEYS);
        add(rows, CONNECTION + "scope.", ScopeReader.KEYS);
        add(rows, CONNECTION + "schedule.", ScheduleReader.KEYS);
        addRules(rows, CONNECTION);
        add(rows, TARGET, TargetReader.KEYS);
        add(rows, TARGET, TransportReader.KEYS);
        add(rows, TARGET + "scope.", ScopeReader.KEYS);
        addRules(rows, TARGET);
        add(rows, "", SettingsReader.KEYS);
        add(rows, "access.*.", SettingsReader.ACCESS_KEYS);
        add(rows, "notify.", SettingsReader.NOTIFY_KEYS);
        return List.copyOf(rows);
    }

    private static void addRules(List<Row> rows, String prefix) {
        add(rows, prefix + "users.", UserRulesReader.KEYS);
        add(rows, prefix + "groups.", GroupRulesReader.KEYS);
        add(rows, prefix + "limits.", LimitsReader.KEYS);
    }

    private static void add(List<Row> rows, String prefix, List<? extends Key<?>> keys) {
        keys.forEach(key -> rows.add(new Row(prefix + key.name(), key)));
    }
}
