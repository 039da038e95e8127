package dev.roster.settings.loading;

/**
 * A setting: one row of the table that everything else is made from.
 *
 * @param name relative to its section; may have a dot, as in {@code default-groups.all-users}
 * @param preset the default as text, a list with commas; empty for none
 * @param meaning one line, for the schema and the documentation
 */
record Key<T>(String name, ValueType<T> type, String preset, String meaning) {

    static <T> Key<T> of(String name, ValueType<T> type, String preset, String meaning) {
        return new Key<>(name, type, preset, meaning);
    }
}
