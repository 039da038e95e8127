package dev.roster.run;

import dev.roster.delivery.Failures;
import dev.roster.delivery.Unaddressable;
import dev.roster.directory.Characters;
import dev.roster.product.UnexpectedAnswer;
import dev.roster.store.StorageUnsafe;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.RuntimeExpressionException;
import org.apache.camel.http.base.HttpOperationFailedException;

/** A failure in a few words for people: without addresses, which may carry names and passwords. */
public final class FailureText {

    private FailureText() {}

    /** What went wrong. */
    public static String of(Throwable failure) {
        Throwable cause = cause(failure);
        if (cause instanceof HttpOperationFailedException answer) {
            return "HTTP " + answer.getStatusCode();
        }
        if (cause instanceof IOException) {
            return Failures.unanswered(cause);
        }
        if (cause instanceof MessagingException) {
            return mailed(cause);
        }
        String message = cause.getMessage();
        return isOwnFault(cause) || message == null
                ? cause.getClass().getSimpleName() + (message == null ? "" : ": " + message)
                : message;
    }

    /** Whether it is neither a service's nor an administrator's doing, so that its trace is worth a log entry. */
    public static boolean isOwnFault(Throwable failure) {
        Throwable cause = cause(failure);
        return !(cause instanceof HttpOperationFailedException
                || cause instanceof IOException
                || cause instanceof MessagingException
                || cause instanceof UnexpectedAnswer
                || cause instanceof Unaddressable
                || cause.getClass().getName().startsWith("dev.roster.entra.")
                || cause instanceof StorageUnsafe
                || cause instanceof SyncRefused
                || cause instanceof ScopeUnclear
                || cause instanceof UnexpectedVersion);
    }

    /** A mail server's refusal is deep below, and in its own words. */
    private static String mailed(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(cause -> String.valueOf(cause.getMessage()).replaceAll("\\p{Cntrl}+", " "))
                .map(message -> Characters.shown(message.strip()))
                .distinct()
                .collect(Collectors.joining(": "));
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (isWrapping(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Camel wraps what goes wrong in a split, or where a bean says what a variable holds. */
    private static boolean isWrapping(Throwable failure) {
        return failure instanceof CamelExchangeException || failure instanceof RuntimeExpressionException;
    }
}
