package dev.roster.run;

/** The product's version cannot do what the settings ask for. */
public final class UnexpectedVersion extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnexpectedVersion(String message) {
        super(message);
    }
}
