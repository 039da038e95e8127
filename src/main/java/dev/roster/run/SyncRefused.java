package dev.roster.run;

/** A run about one person cannot be carried out by itself. */
public final class SyncRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SyncRefused(String why) {
        super(why);
    }
}
