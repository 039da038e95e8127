package dev.roster.store;

/** The embedded database may lose what it is given; the message says why, and what to do. */
public final class StorageUnsafe extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageUnsafe(String trouble) {
        super(trouble);
    }
}
