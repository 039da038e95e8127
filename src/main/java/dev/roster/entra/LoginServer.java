package dev.roster.entra;

import dev.roster.delivery.ProxyLogin;
import dev.roster.settings.Transport;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The conversation with the login server. It is not a route, because what it carries must never be in a message that
 * Camel could log, trace or show. One object serves all tenants that are
 * reached in one way; it follows no redirects.
 */
public final class LoginServer {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int TRIES = 4;
    private static final int MOST_BYTES = 256 * 1024;

    /** The longest wait that is still waited for, when the server asks for one. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final HttpClient http;
    private final Optional<ProxyLogin> proxyLogin;
    private final Clock clock;
    private final Duration timeout;
    private final Duration firstPause;

    /**
     * @param trust null for the certificates that this Java trusts
     */
    public LoginServer(@Nullable SSLContext trust, Transport way, Clock clock) {
        this(trust, way, clock, Duration.ofSeconds(30), Duration.ofSeconds(1));
    }

    LoginServer(@Nullable SSLContext trust, Transport way, Clock clock, Duration timeout, Duration firstPause) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .proxy(proxy(way));
        if (trust != null) {
            builder.sslContext(trust);
        }
        this.http = builder.build();
        this.proxyLogin = ProxyLogin.of(way);
        this.clock = clock;
        this.timeout = timeout;
        this.firstPause = firstPause;
    }

    private static ProxySelector proxy(Transport way) {
        URI proxy = way.proxy();
        return proxy == null
                ? HttpClient.Builder.NO_PROXY
                : ProxySelector.of(new InetSocketAddress(proxy.getHost(), proxy.getPort()));
    }

    /**
     * Asks, and asks again a few times while that may help.
     *
     * @return fails with {@link TokenRefused}, {@link TokenUnavailable}, {@link CredentialUnusable} or
     *     {@link MalformedAnswer}
     */
    CompletableFuture<TokenAnswer.Granted> ask(TokenRequest request) {
        return attempt(request, 1);
    }

    private CompletableFuture<TokenAnswer.Granted> attempt(TokenRequest request, int number) {
        try {
            return send(request)
                    .handle((answer, failure) -> failure == null ? answer : unreachable(failure))
                    .thenCompose(answer -> settle(request, number, answer));
        } catch (CredentialUnusable e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<TokenAnswer.Granted> settle(TokenRequest request, int number, TokenAnswer answer) {
        if (answer instanceof TokenAnswer.Granted granted) {
            return CompletableFuture.completedFuture(granted);
        }
        if (answer instanceof TokenAnswer.Refused refused) {
            return CompletableFuture.failedFuture(refused.reason());
        }
        TokenAnswer.Busy busy = (TokenAnswer.Busy) answer;
        Duration pause = busy.pause().orElseGet(() -> pauseAfter(number));
        if (number == TRIES || pause.compareTo(PATIENCE) > 0) {
            return CompletableFuture.failedFuture(new TokenUnavailable(unavailable(busy, number), null));
        }
        Executor later = CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS);
        return CompletableFuture.supplyAsync(() -> attempt(request, number + 1), later)
                .thenCompose(Function.identity());
    }

    private static String unavailable(TokenAnswer.Busy busy, int tries) {
        String wish = busy.pause()
                .map(wait -> ", and asks to be left alone for " + wait)
                .orElse("");
        return "the login server gives no token: " + busy.why() + wish + " (tried " + tries + " times)";
    }

    /** Doubles from try to try; a part of it by chance, so that many instances do not come back in step. */
    private Duration pauseAfter(int number) {
        double share = ThreadLocalRandom.current().nextDouble(0.75, 1.25);
        return Duration.ofNanos((long) (firstPause.toNanos() * share * (1L << (number - 1))));
    }

    private CompletableFuture<TokenAnswer> send(TokenRequest request) {
        HttpRequest.Builder post = HttpRequest.newBuilder(request.endpoint())
                .timeout(timeout)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(request.form()));
        // The client shows it to the proxy alone, also when the proxy only opens a tunnel.
        proxyLogin.ifPresent(login -> post.header("Proxy-Authorization", login.authorization()));
        CompletableFuture<HttpResponse<byte[]>> sent = http.sendAsync(post.build(), head -> new CappedBody(MOST_BYTES));
        // The client's own time limit ends with the head of the answer; a body may dribble for ever.
        CompletableFuture<TokenAnswer> answer =
                sent.thenApply(this::read).orTimeout(timeout.plus(CONNECT).toMillis(), TimeUnit.MILLISECONDS);
        return answer.whenComplete((read, failure) -> {
            if (failure != null) {
                sent.cancel(true);
            }
        });
    }

    private TokenAnswer read(HttpResponse<byte[]> response) {
        String retryAfter = response.headers().firstValue("Retry-After").orElse(null);
        return TokenAnswer.of(new TokenAnswer.Wire(response.statusCode(), retryAfter, response.body()), clock);
    }

    /** Names the failure by its kind alone: its text may be empty, or quote what was sent. */
    private static TokenAnswer unreachable(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && (cause instanceof CompletionException || isBlank(cause))) {
            cause = cause.getCause();
        }
        return new TokenAnswer.Busy(
                Optional.empty(), "it cannot be reached, " + cause.getClass().getSimpleName());
    }

    private static boolean isBlank(Throwable failure) {
        return failure.getMessage() == null;
    }
}
