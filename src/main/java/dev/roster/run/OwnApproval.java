package dev.roster.run;

/** Whoever started the run wants to approve it, and the settings ask for somebody else. */
public final class OwnApproval extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OwnApproval(long run) {
        super("whoever started run " + run + " can't approve it (limits.four-eyes); somebody else has to");
    }
}
