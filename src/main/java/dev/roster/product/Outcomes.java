package dev.roster.product;

import dev.roster.delivery.Addressing;
import dev.roster.delivery.Failures;
import dev.roster.delivery.Redaction;
import dev.roster.delivery.Variables;
import dev.roster.directory.Delivery;
import dev.roster.directory.Operation;
import dev.roster.directory.OperationKind;
import dev.roster.directory.OperationStatus;
import dev.roster.directory.Outcome;
import dev.roster.directory.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the operations in hand ended. */
@Component
public class Outcomes {

    private final Redaction redaction;

    Outcomes(Redaction redaction) {
        this.redaction = redaction;
    }

    /** Taken by the product, or so already. */
    public List<Outcome> done(Exchange exchange) {
        Object answer = exchange.getMessage().getBody();
        String accountId = operation(exchange).kind() == OperationKind.CREATE_USER
                ? Variables.required(exchange, "product", Product.class).createdId(answer)
                : null;
        return each(exchange, OperationStatus.DONE, null, 0, null, null, accountId);
    }

    /** Not sent to its end, as the run was stopped or the product given up. */
    public List<Outcome> notTried(Exchange exchange) {
        return each(exchange, OperationStatus.SKIPPED, Reason.NOT_TRIED, 0, null, null, null);
    }

    /** What was turned back at the service's door was addressed, but not sent. */
    private static int sent(Exchange exchange, OperationStatus status) {
        int attempts = Addressing.attempts(exchange);
        boolean turnedBack = status == OperationStatus.SKIPPED
                && !(Failures.failure(exchange) instanceof HttpOperationFailedException);
        return turnedBack ? Math.max(attempts - 1, 0) : attempts;
    }

    /** Refused, or failed too often. */
    public List<Outcome> dead(Exchange exchange) {
        Throwable refusal = exchange.getVariable("refusal", Throwable.class);
        Throwable failure = refusal != null ? refusal : Failures.failure(exchange);
        if (failure instanceof HttpOperationFailedException answer) {
            String response = redaction.apply(answer.getResponseBody());
            return each(
                    exchange,
                    OperationStatus.DEAD,
                    null,
                    answer.getStatusCode(),
                    lacksSeat(exchange, answer)
                            ? "no licence seat left (HTTP " + answer.getStatusCode() + ")"
                            : "HTTP " + answer.getStatusCode(),
                    response,
                    null);
        }
        return each(exchange, OperationStatus.DEAD, null, 0, failureText(failure), null, null);
    }

    private static boolean lacksSeat(Exchange exchange, HttpOperationFailedException answer) {
        return Variables.required(exchange, "product", Product.class)
                .lacksSeat(
                        operation(exchange).kind(),
                        answer.getStatusCode(),
                        Objects.requireNonNullElse(answer.getResponseBody(), ""));
    }

    private @Nullable String failureText(@Nullable Throwable failure) {
        if (failure == null) {
            return null;
        }
        return redaction.apply(failure instanceof IOException ? Failures.unanswered(failure) : words(failure));
    }

    /** Camel wraps what a bean throws that a variable or the body is set by. */
    private static @Nullable String words(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof UnexpectedAnswer) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }

    /**
     * Whether the object is as the operation wants it, after a look at it.
     *
     * @return for a creation, only if an earlier try may have made it: an account that somebody else created in the
     *     meantime is not ours
     */
    public boolean holds(Exchange exchange) {
        boolean there = Boolean.TRUE.equals(exchange.getMessage().getBody(Boolean.class));
        boolean tries = Addressing.attempts(exchange) > 1;
        return switch (operation(exchange).kind()) {
            case CREATE_USER, CREATE_GROUP -> there && tries;
            case REMOVE_MEMBER, DELETE_USER, DELETE_GROUP -> !there;
            default -> there;
        };
    }

    private static Operation operation(Exchange exchange) {
        return Variables.required(exchange, "operation", Operation.class);
    }

    private static List<Outcome> each(
            Exchange exchange,
            OperationStatus status,
            @Nullable Reason reason,
            int httpStatus,
            @Nullable String error,
            @Nullable String response,
            @Nullable String accountId) {
        int attempts = sent(exchange, status);
        return Variables.required(exchange, "delivery", Delivery.class).operations().stream()
                .map(operation ->
                        new Outcome(operation, status, reason, attempts, httpStatus, error, response, accountId))
                .toList();
    }
}
