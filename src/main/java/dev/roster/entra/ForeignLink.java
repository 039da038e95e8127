package dev.roster.entra;

/** A link in an answer leads elsewhere than to the configured Graph; the token is not sent there. */
public final class ForeignLink extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForeignLink(String message) {
        super(message);
    }
}
