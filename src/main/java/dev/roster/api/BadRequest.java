package dev.roster.api;

/** The request says something that makes no sense; the message tells its sender what. */
final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
        super(message);
    }
}
