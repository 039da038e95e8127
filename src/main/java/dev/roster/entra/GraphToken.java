package dev.roster.entra;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The token with which Roster reads one tenant, asked for once and shared by all who need it. Safe for many threads.
 *
 * <p>Shortly before its end it is renewed in the background, while the old one goes on serving; so a login server that
 * is away for some minutes is not noticed.
 */
public final class GraphToken {

    private static final Logger LOG = LoggerFactory.getLogger(GraphToken.class);

    /** Between two tries to renew a token that still serves. */
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(30);

    private final Supplier<CompletableFuture<TokenAnswer.Granted>> login;
    private final LongSupplier nanos;

    // Mutable state, guarded by this.
    private @Nullable AccessToken held;
    private @Nullable CompletableFuture<AccessToken> asking;
    private long lastAsked;
    private int granted;

    GraphToken(Supplier<CompletableFuture<TokenAnswer.Granted>> login, LongSupplier nanos) {
        this.login = login;
        this.nanos = nanos;
    }

    /**
     * A token that is good now, for the {@code Authorization} header of a request to Graph and for nothing else. Waits
     * when there is none yet.
     *
     * @throws TokenRefused when Entra refuses the application
     * @throws TokenUnavailable when the login server cannot be reached, or the waiting thread is interrupted
     * @throws CredentialUnusable when the files to sign in with are faulty
     * @throws MalformedAnswer when something else than Entra answers
     */
    public String current() {
        return now().value();
    }

    /**
     * The number of the token that {@link #current()} gives out now, for whoever may have to say later that it was
     * refused, without keeping the token itself.
     */
    public int number() {
        return now().number();
    }

    private AccessToken now() {
        try {
            return usable().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenUnavailable("interrupted while waiting for a token", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new TokenUnavailable("the login failed", e.getCause());
        }
    }

    /**
     * Graph refused this token (401): the next caller gets a new one. Does nothing when it has been replaced already,
     * so that many callers who met the same 401 cause one renewal.
     */
    public synchronized void invalidate(String token) {
        if (held != null && held.value().equals(token)) {
            held = null;
        }
    }

    /** The same for a token that is known by its number. */
    public synchronized void invalidate(int number) {
        if (held != null && held.number() == number) {
            held = null;
        }
    }

    private synchronized CompletableFuture<AccessToken> usable() {
        long now = nanos.getAsLong();
        AccessToken token = held;
        if (token == null || token.isOver(now)) {
            return renewal(now);
        }
        if (token.isDue(now) && now - lastAsked >= BETWEEN_TRIES.toNanos()) {
            renewal(now).whenComplete(GraphToken::warn);
        }
        return CompletableFuture.completedFuture(token);
    }

    private synchronized CompletableFuture<AccessToken> renewal(long now) {
        if (asking == null || asking.isDone()) {
            lastAsked = now;
            asking = login.get().thenApply(answer -> hold(answer, now));
        }
        return asking;
    }

    private synchronized AccessToken hold(TokenAnswer.Granted answer, long now) {
        granted++;
        AccessToken token = AccessToken.of(answer, granted, now);
        held = token;
        return token;
    }

    private static void warn(@Nullable AccessToken token, @Nullable Throwable failure) {
        if (failure != null) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            LOG.warn("The token for Graph could not be renewed yet; the old one still serves. {}", cause.getMessage());
        }
    }
}
