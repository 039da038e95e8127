package dev.roster.run;

/** Somebody stopped the run, or its lease is lost. */
public final class RunStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RunStopped() {
        super("the run was stopped");
    }
}
