package dev.roster.entra;

/** The members of one group could not be read, and asking again did not help or would not. */
public final class PartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String groupId;
    private final int status;
    private final String code;

    PartFailed(String groupId, int status, String code, String problem) {
        super("the members of group " + Shown.text(groupId) + " cannot be read: Graph answered " + status
                + (code.isEmpty() ? "" : " " + code) + (problem.isEmpty() ? "" : "; " + problem));
        this.groupId = groupId;
        this.status = status;
        this.code = code;
    }

    public String groupId() {
        return groupId;
    }

    public int status() {
        return status;
    }

    /** Graph's word for the error, as in {@code Authorization_RequestDenied}; empty when it gave none. */
    public String code() {
        return code;
    }
}
