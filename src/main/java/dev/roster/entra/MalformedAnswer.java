package dev.roster.entra;

/**
 * Graph, or something that answered in its place, sent what its documentation rules out. Nothing is made of such an
 * answer: taken for an empty one, it would look as if everybody had left.
 */
public final class MalformedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedAnswer(String message) {
        super(message);
    }
}
