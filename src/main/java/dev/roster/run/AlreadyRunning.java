package dev.roster.run;

/** Another run of the connection is at work. */
public final class AlreadyRunning extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AlreadyRunning(String connection) {
        super("a run of the connection " + connection + " is at work; wait for its end, or stop it");
    }
}
