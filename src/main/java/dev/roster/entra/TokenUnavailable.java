package dev.roster.entra;

import org.jspecify.annotations.Nullable;

/** The login server gave no token for now, although it was asked several times; later it may. */
public final class TokenUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TokenUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
