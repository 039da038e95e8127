package dev.roster.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * An HTTP server on a free loopback port that answers as a handler says, remembers every request, and plays faults
 * when it is told to.
 */
public final class SimulatedServer implements AutoCloseable {

    /** What a simulator does with a request. */
    @FunctionalInterface
    public interface Handler {
        SimulatedAnswer handle(SimulatedRequest request);
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Handler handler;

    // Mutable state, shared by the server's threads.
    private final Queue<SimulatedExchange> exchanges = new ConcurrentLinkedQueue<>();
    private final Queue<PlannedFault> faults = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private volatile boolean remembering = true;
    private volatile Duration latency = Duration.ZERO;

    private SimulatedServer(HttpServer server, ExecutorService threads, Handler handler) {
        this.server = server;
        this.threads = threads;
        this.handler = handler;
    }

    /** Starts on a free loopback port. */
    public static SimulatedServer start(String name, Handler handler) {
        // The JDK's server otherwise waits 40 ms for each answer (Nagle's algorithm with delayed acknowledgements).
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
            AtomicInteger count = new AtomicInteger();
            ExecutorService threads = Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "simulated-" + name + "-" + count.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });
            SimulatedServer simulated = new SimulatedServer(server, threads, handler);
            server.setExecutor(threads);
            server.createContext("/", simulated::serve);
            server.start();
            return simulated;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, without a trailing slash. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Every request and its answer so far, oldest first; empty while it does not remember. */
    public List<SimulatedExchange> exchanges() {
        return List.copyOf(exchanges);
    }

    public long requests() {
        return requests.get();
    }

    public int mostInFlight() {
        return mostInFlight.get();
    }

    /** Forgets the requests so far, and keeps no further ones unless told to. */
    public void remember(boolean on) {
        remembering = on;
        exchanges.clear();
    }

    /** Every answer is held back so long. */
    public void answerAfter(Duration duration) {
        latency = duration;
    }

    /** The next requests that match are answered by this fault. */
    public void plan(PlannedFault fault) {
        faults.add(fault);
    }

    public void forgetFaults() {
        faults.clear();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        try (exchange) {
            SimulatedAnswer answer = answer(exchange);
            // Before the client has it: that may ask again at once.
            inFlight.decrementAndGet();
            send(exchange, answer);
        }
    }

    private SimulatedAnswer answer(HttpExchange exchange) throws IOException {
        SimulatedRequest request = SimulatedRequest.of(exchange);
        if (!latency.isZero()) {
            LockSupport.parkNanos(latency.toNanos());
        }
        PlannedFault fault = faultFor(request);
        SimulatedAnswer answer = fault == null ? handler.handle(request) : fault.play(request, handler);
        if (remembering) {
            exchanges.add(new SimulatedExchange(request, answer));
        }
        return answer;
    }

    private @org.jspecify.annotations.Nullable PlannedFault faultFor(SimulatedRequest request) {
        for (PlannedFault fault : faults) {
            if (fault.claims(request)) {
                return fault;
            }
        }
        return null;
    }

    private static void send(HttpExchange exchange, SimulatedAnswer answer) throws IOException {
        if (answer.dropped()) {
            return; // Closing without an answer: the client sees the connection break.
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        long announced = body.length + answer.missingBytes();
        exchange.sendResponseHeaders(answer.status(), announced == 0 ? -1 : announced);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
        }
    }
}
