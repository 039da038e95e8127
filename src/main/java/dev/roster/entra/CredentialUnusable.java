package dev.roster.entra;

import org.jspecify.annotations.Nullable;

/** The certificate, private key or token file in the settings cannot be used to sign in. Never shows what they hold. */
public final class CredentialUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CredentialUnusable(String message) {
        super(message);
    }

    /** @param cause left out where its text might show a part of the file */
    CredentialUnusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
