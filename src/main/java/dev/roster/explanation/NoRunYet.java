package dev.roster.explanation;

/** One person cannot be synced before a run has read and filled the product. */
public final class NoRunYet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoRunYet() {
        super("no run has filled this product yet; the first run is for everybody");
    }
}
