package dev.roster.entra;

/** Graph does not tell changes, or its tokens for them are of no use. */
public final class RoundRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RoundRefused(String message) {
        super(message);
    }
}
