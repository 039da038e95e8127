package dev.roster.product;

/** A product answered with success, but not with what it is known to answer. Nothing is concluded from it. */
public final class UnexpectedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnexpectedAnswer(String message) {
        super(message);
    }
}
