package dev.roster.command;

/** How a command ended, for scripts. */
enum ExitCode {
    /** Done, and nothing failed. */
    DONE(0),
    /** Failed, refused, stopped, or finished with dead letters or without one of the products. */
    FAILED(1),
    /** Wrong usage or settings, unknown connection or target, no connection. */
    USAGE(2),
    /** Somebody has to approve, or would have to. */
    APPROVAL(3);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
