package dev.roster.explanation;

/** Neither Entra nor Roster knows somebody by that key, or more than one person goes by it. */
public final class UnknownPerson extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownPerson(String message) {
        super(message);
    }
}
