package dev.roster.run;

/** A service keeps failing; the rest of what was meant for it is left for the next run. */
public final class GivenUp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GivenUp(String service) {
        super(service + " keeps failing and is given up for this run");
    }
}
