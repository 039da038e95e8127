package dev.roster.entra;

/** The pages of a listing lead back to one that was read already, so the listing would never end. */
public final class PagingLoop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PagingLoop(int pages) {
        super("after " + pages + " pages Graph led back to a page that was read already; the listing would never end");
    }
}
