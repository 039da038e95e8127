package dev.roster.entra;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Entra refuses to sign the application in, and asking again won't help.
 *
 * <p>Shows of the answer only what cannot hold a secret: the code, the error word, the correlation id.
 */
public final class TokenRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;
    private final String error;
    private final @Nullable String correlationId;
    private final String mend;

    /** @param code the number after AADSTS; 0 when the answer has none */
    TokenRefused(int status, int code, String error, @Nullable String correlationId) {
        super(sentence(status, code, error, correlationId) + " " + mend(code));
        this.status = status;
        this.code = code;
        this.error = error;
        this.correlationId = correlationId;
        this.mend = mend(code);
    }

    public int status() {
        return status;
    }

    /** The number after AADSTS; empty when the answer has none. */
    public OptionalInt code() {
        return code == 0 ? OptionalInt.empty() : OptionalInt.of(code);
    }

    /** The error word of OAuth, as in {@code invalid_client}; {@code unknown} when the answer has none. */
    public String error() {
        return error;
    }

    /** By which Microsoft's support and the tenant's sign-in log find the request; null when the answer has none. */
    public @Nullable String correlationId() {
        return correlationId;
    }

    /** What to do about it. */
    public String mend() {
        return mend;
    }

    private static String sentence(int status, int code, String error, @Nullable String correlationId) {
        return "Entra refuses to sign Roster in (" + status + ", " + error + (code == 0 ? "" : ", AADSTS" + code)
                + (correlationId == null ? "" : ", correlation id " + correlationId) + ").";
    }

    private static String mend(int code) {
        if (code == 0) {
            return "Check login-url: it may not be Entra that answers there.";
        }
        return SignInFault.of(code)
                .map(SignInFault::mend)
                .orElse("What the code means: https://login.microsoftonline.com/error?code=" + code);
    }
}
