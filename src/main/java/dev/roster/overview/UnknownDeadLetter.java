package dev.roster.overview;

/** There is no dead letter of this number. */
public final class UnknownDeadLetter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownDeadLetter(String message) {
        super(message);
    }
}
