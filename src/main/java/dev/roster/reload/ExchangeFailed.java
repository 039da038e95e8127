package dev.roster.reload;

/** New routes, though checked, could not be put in the place of the old ones. */
final class ExchangeFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean restored;

    /** @param restored whether the old ones are back at work */
    ExchangeFailed(Throwable cause, boolean restored) {
        super(cause);
        this.restored = restored;
    }

    boolean restored() {
        return restored;
    }
}
