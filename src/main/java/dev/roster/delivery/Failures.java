package dev.roster.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.jspecify.annotations.Nullable;

/** Which failures pass by themselves, and after how long. */
public final class Failures {

    /** A service that asks for more than this is given up for the run. */
    static final Duration LONGEST = Duration.ofMinutes(15);

    private final Clock clock;

    public Failures(Clock clock) {
        this.clock = clock;
    }

    /**
     * Throttled, a fault of the server, or no answer: worth another try, unless it asks for too long a wait. A check,
     * which sets the variable {@code once}, shows the first failure instead.
     */
    public boolean passing(Exchange exchange) {
        if (exchange.getVariable("once") != null) {
            return false;
        }
        Throwable failure = failure(exchange);
        if (failure instanceof HttpOperationFailedException answer) {
            return (answer.getStatusCode() == 429 || answer.getStatusCode() >= 500) && !askForTooLong(exchange);
        }
        return failure instanceof IOException;
    }

    /** Whether the answer asks for a wait that is too long for this run. */
    public boolean askForTooLong(Exchange exchange) {
        return wait(failure(exchange))
                .filter(wait -> wait.compareTo(LONGEST) > 0)
                .isPresent();
    }

    /** What the answer's Retry-After asks for; empty when it asks for nothing. */
    Optional<Duration> wait(@Nullable Throwable failure) {
        if (!(failure instanceof HttpOperationFailedException answer) || answer.getResponseHeaders() == null) {
            return Optional.empty();
        }
        // The map is case-sensitive, header names are not.
        return answer.getResponseHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Retry-After"))
                .findFirst()
                .flatMap(header -> RetryAfter.parse(header.getValue(), clock));
    }

    /** The failure in a few words: without addresses and answers, which carry names and passwords. */
    public static String shortly(@Nullable Throwable failure) {
        if (failure instanceof HttpOperationFailedException answer) {
            return "HTTP " + answer.getStatusCode();
        }
        return failure == null ? "failed" : unanswered(failure);
    }

    /** Where no answer came, or none that can be read. A page of a proxy comes with success, too. */
    public static String unanswered(Throwable failure) {
        return failure instanceof JsonProcessingException
                ? "an answer that is not JSON; perhaps a proxy's sign-in page, or cut off"
                : "no answer (" + failure.getClass().getSimpleName() + ")";
    }

    /** The property can hold an earlier failure, so the exception in hand comes first. */
    public static @Nullable Throwable failure(Exchange exchange) {
        return exchange.getException() != null
                ? exchange.getException()
                : exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    }
}
