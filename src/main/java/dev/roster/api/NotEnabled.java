package dev.roster.api;

/** The connection is there, but switched off in the settings. */
final class NotEnabled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotEnabled(String connection) {
        super("the connection " + connection + " is not enabled");
    }
}
