package dev.roster.store;

/** The tables were made by a newer Roster, which may mean something else by them. */
public final class NewerSchema extends RuntimeException {

    private final String found;
    private final String known;

    NewerSchema(String found, String known) {
        super("the tables are at version " + found + ", and version " + known + " is the newest that is known here");
        this.found = found;
        this.known = known;
    }

    /** The version of the tables. */
    String found() {
        return found;
    }

    /** The newest version that this Roster knows. */
    String known() {
        return known;
    }
}
