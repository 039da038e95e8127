package dev.roster.delivery;

/** A request that cannot be addressed, because a name in it does not fit into an address. */
public final class Unaddressable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unaddressable(String message) {
        super(message);
    }
}
