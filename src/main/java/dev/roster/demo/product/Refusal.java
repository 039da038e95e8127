package dev.roster.demo.product;

import org.jspecify.annotations.Nullable;

/** A request is refused; each product puts the same facts into an error body of its own. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String reason;
    private final @Nullable String field;
    private final @Nullable String kind;

    private Refusal(int status, String reason, @Nullable String field, @Nullable String kind) {
        // No stack trace: a refusal is an ordinary answer, and there may be very many.
        super(reason, null, false, false);
        this.status = status;
        this.reason = reason;
        this.field = field;
        this.kind = kind;
    }

    static Refusal of(int status, String reason) {
        return new Refusal(status, reason, null, null);
    }

    /** Refused because of one field of the request. */
    static Refusal ofField(int status, String field, String reason) {
        return new Refusal(status, reason, field, null);
    }

    /** @param kind the name of the exception that the product shows to its clients */
    static Refusal ofKind(int status, String kind, String reason) {
        return new Refusal(status, reason, null, kind);
    }

    int status() {
        return status;
    }

    String reason() {
        return reason;
    }

    @Nullable
    String field() {
        return field;
    }

    @Nullable
    String kind() {
        return kind;
    }
}
