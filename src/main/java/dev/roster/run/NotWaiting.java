package dev.roster.run;

/** The run is not in a state in which this can be done to it. */
public final class NotWaiting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotWaiting(String message) {
        super(message);
    }
}
