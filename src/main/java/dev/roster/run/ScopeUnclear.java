package dev.roster.run;

/** An entry of scope.groups names no group in Entra, or more than one. */
public final class ScopeUnclear extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ScopeUnclear(String message) {
        super(message);
    }
}
