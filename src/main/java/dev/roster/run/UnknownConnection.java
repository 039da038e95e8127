package dev.roster.run;

/** There is no connection, or no target, of this name. */
public final class UnknownConnection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownConnection(String message) {
        super(message);
    }
}
