package dev.roster.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedServer;
import dev.roster.settings.Transport;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GraphTokenTest {

    private static final int CALLERS = 20;

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1); // The clock may overflow at any time.
    private final Deque<CompletableFuture<TokenAnswer.Granted>> asked = new ConcurrentLinkedDeque<>();
    private final GraphToken token = new GraphToken(this::ask, nanos::get);

    private CompletableFuture<TokenAnswer.Granted> ask() {
        CompletableFuture<TokenAnswer.Granted> answer = new CompletableFuture<>();
        asked.add(answer);
        return answer;
    }

    /** In the background: the first token is only there once it has been answered for. */
    private void hold(String value, Duration lifetime) {
        GraphToken primed = token;
        CompletableFuture<String> first = CompletableFuture.supplyAsync(primed::current);
        while (asked.isEmpty()) {
            Thread.onSpinWait();
        }
        asked.remove().complete(new TokenAnswer.Granted(value, lifetime));
        assertThat(first.join()).isEqualTo(value);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void isAskedForOnceUntilItIsDue() {
        hold("one", Duration.ofMinutes(60));
        pass(Duration.ofMinutes(55).minusNanos(1));

        assertThat(token.current()).isEqualTo("one");
        assertThat(asked).isEmpty();
    }

    @Test
    void isRenewedFiveMinutesAheadWhileTheOldOneServes() {
        hold("one", Duration.ofMinutes(60));
        pass(Duration.ofMinutes(55));

        assertThat(token.current()).isEqualTo("one");
        assertThat(token.current()).isEqualTo("one");
        assertThat(asked).hasSize(1);
        asked.remove().complete(new TokenAnswer.Granted("two", Duration.ofMinutes(60)));
        assertThat(token.current()).isEqualTo("two");
    }

    @Test
    void aShortLivedOneIsRenewedAtHalfItsLife() {
        hold("one", Duration.ofMinutes(4));
        pass(Duration.ofMinutes(2).minusNanos(1));
        token.current();
        assertThat(asked).isEmpty();

        pass(Duration.ofNanos(1));
        token.current();
        assertThat(asked).hasSize(1);
    }

    @Test
    void aLoginServerThatIsAwayForAWhileIsNotNoticed() {
        hold("one", Duration.ofMinutes(60));
        pass(Duration.ofMinutes(56));
        token.current();
        asked.remove().completeExceptionally(new TokenUnavailable("away", null));

        assertThat(token.current()).isEqualTo("one");
        assertThat(asked).as("not at once again").isEmpty();
        pass(Duration.ofSeconds(30));
        assertThat(token.current()).isEqualTo("one");
        assertThat(asked).hasSize(1);
    }

    @Test
    void anExpiredOneIsNeverGivenOut() {
        hold("one", Duration.ofMinutes(60));
        pass(Duration.ofMinutes(60));
        CompletableFuture<String> next = CompletableFuture.supplyAsync(token::current);
        while (asked.isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(next).isNotDone();
        asked.remove().completeExceptionally(new TokenRefused(401, 7000222, "invalid_client", null));
        assertThatThrownBy(next::join).hasCauseInstanceOf(TokenRefused.class);
    }

    @Test
    void aRefusalIsNotRememberedForEver() {
        CompletableFuture<String> first = CompletableFuture.supplyAsync(token::current);
        while (asked.isEmpty()) {
            Thread.onSpinWait();
        }
        asked.remove().completeExceptionally(new TokenUnavailable("away", null));
        assertThatThrownBy(first::join).hasCauseInstanceOf(TokenUnavailable.class);

        hold("one", Duration.ofMinutes(60));
    }

    @Test
    void aWaitingThreadCanBeInterrupted() throws Exception {
        CompletableFuture<Throwable> met = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            try {
                token.current();
            } catch (TokenUnavailable e) {
                met.complete(Thread.currentThread().isInterrupted() ? e : new AssertionError("the flag is lost"));
            }
        });
        waiting.start();
        waiting.interrupt();

        assertThat(met.get()).isInstanceOf(TokenUnavailable.class).hasMessageContaining("interrupted");
    }

    @Test
    void manyCallersShareOneRequest() throws Exception {
        AtomicInteger given = new AtomicInteger();
        try (SimulatedServer server = login(given)) {
            server.answerAfter(Duration.ofMillis(100));
            GraphToken shared = shared(server.url());

            assertThat(together(shared::current)).hasSize(CALLERS).containsOnly("token-1");
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void manyCallersWhoMeetA401CauseOneNewToken() throws Exception {
        AtomicInteger given = new AtomicInteger();
        try (SimulatedServer server = login(given)) {
            GraphToken shared = shared(server.url());
            String old = shared.current();
            server.answerAfter(Duration.ofMillis(50));

            List<String> renewed = together(() -> {
                shared.invalidate(old);
                return shared.current();
            });

            assertThat(renewed).hasSize(CALLERS).containsOnly("token-2");
            assertThat(server.requests()).isEqualTo(2);
            shared.invalidate(old);
            assertThat(shared.current()).isEqualTo("token-2");
        }
    }

    @Test
    void manyCallersWhoKnowTheRefusedOneByItsNumberCauseOneNewToken() throws Exception {
        AtomicInteger given = new AtomicInteger();
        try (SimulatedServer server = login(given)) {
            GraphToken shared = shared(server.url());
            int old = shared.number();
            server.answerAfter(Duration.ofMillis(50));

            List<String> renewed = together(() -> {
                shared.invalidate(old);
                return shared.current();
            });

            assertThat(renewed).hasSize(CALLERS).containsOnly("token-2");
            assertThat(shared.number()).isGreaterThan(old);
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @Test
    void manyCallersShareOneRefusal() throws Exception {
        List<CompletableFuture<String>> results = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            CompletableFuture<String> result = new CompletableFuture<>();
            results.add(result);
            Thread caller = new Thread(() -> result.complete(refusal(token)));
            caller.start();
            while (caller.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }

        assertThat(asked).hasSize(1);
        asked.remove().completeExceptionally(new TokenRefused(401, 7000215, "invalid_client", null));
        for (CompletableFuture<String> result : results) {
            assertThat(result.get()).isEqualTo("refused");
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void neitherTheTokenNorItsAnswerShowsItself() {
        TokenAnswer.Granted granted = new TokenAnswer.Granted("canary", Duration.ofMinutes(60));

        assertThat(granted.toString()).doesNotContain("canary");
        assertThat(AccessToken.of(granted, 1, 0).toString()).doesNotContain("canary");
    }

    private static String refusal(GraphToken token) {
        try {
            return token.current();
        } catch (TokenRefused e) {
            return "refused";
        }
    }

    private static SimulatedServer login(AtomicInteger given) {
        return SimulatedServer.start(
                "login",
                request -> SimulatedAnswer.json(
                        200,
                        "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"token-"
                                + given.incrementAndGet() + "\"}"));
    }

    private static GraphToken shared(URI login) {
        Clock clock = Clock.systemUTC();
        return new Tokens(way -> new LoginServer(null, Transport.DIRECT, clock), clock)
                .of(Tenants.withSecret(login, "secret"));
    }

    private static List<String> together(Callable<String> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            CountDownLatch ready = new CountDownLatch(CALLERS);
            List<Future<String>> results = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                results.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return call.call();
                }));
            }
            List<String> values = new ArrayList<>();
            for (Future<String> result : results) {
                values.add(result.get());
            }
            return values;
        } finally {
            threads.shutdownNow();
        }
    }
}
