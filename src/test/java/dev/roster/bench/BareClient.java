package dev.roster.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** Sends recorded requests with nothing around them: the measure for what Roster adds. */
final class BareClient {

    private BareClient() {}

    /** What was sent to all products together, and how long that took. */
    record Replay(int requests, Duration lasted) {

        double perSecond() {
            return requests * 1e9 / lasted.toNanos();
        }
    }

    /** @param inFlight requests to each product that are under way at once */
    static Replay replay(List<Recording> recordings, Function<String, String> url, int inFlight)
            throws InterruptedException, IOException {
        PoolingHttpClientConnectionManager pool = new PoolingHttpClientConnectionManager();
        pool.setMaxTotal(256);
        pool.setDefaultMaxPerRoute(64);
        try (CloseableHttpClient client = HttpClients.custom()
                .setConnectionManager(pool)
                .disableAutomaticRetries()
                .build()) {
            long start = System.nanoTime();
            List<Thread> threads = new ArrayList<>();
            int sent = 0;
            for (Recording recording : recordings) {
                AtomicInteger next = new AtomicInteger();
                sent += recording.requests().size();
                for (int i = 0; i < inFlight; i++) {
                    Thread thread = new Thread(() -> sendAll(client, recording, url.apply(recording.product()), next));
                    thread.start();
                    threads.add(thread);
                }
            }
            for (Thread thread : threads) {
                thread.join();
            }
            return new Replay(sent, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static void sendAll(CloseableHttpClient client, Recording recording, String origin, AtomicInteger next) {
        int i;
        while ((i = next.getAndIncrement()) < recording.requests().size()) {
            send(client, recording.requests().get(i), origin);
        }
    }

    private static void send(CloseableHttpClient client, Recording.Request request, String origin) {
        HttpUriRequestBase message = new HttpUriRequestBase(request.method(), URI.create(origin + request.address()));
        message.setHeader("Authorization", request.authorization());
        message.setHeader("Accept", "application/json");
        message.setHeader("X-Atlassian-Token", "no-check");
        if (!request.body().isEmpty()) {
            message.setEntity(new StringEntity(request.body(), ContentType.APPLICATION_JSON));
        }
        try {
            client.execute(message, answer -> {
                EntityUtils.consume(answer.getEntity());
                return answer.getCode();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
