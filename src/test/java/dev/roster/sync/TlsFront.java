package dev.roster.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.roster.demo.graph.SelfSigned;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An https server with a certificate of its own making, which hands requests on to servers that speak http. */
final class TlsFront implements AutoCloseable {

    private static final Set<String> ITS_OWN = Set.of("host", "content-length", "connection", "transfer-encoding");

    private final HttpsServer server;
    private final Path keystore;
    private final HttpClient onwards = HttpClient.newHttpClient();
    private final Map<String, URI> origins = new TreeMap<>();

    private TlsFront(HttpsServer server, Path keystore) {
        this.server = server;
        this.keystore = keystore;
    }

    static TlsFront start(Path folder) {
        try {
            Path keystore = folder.resolve("front.p12");
            SelfSigned.create(keystore);
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context(keystore)));
            server.setExecutor(Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "tls-front");
                thread.setDaemon(true);
                return thread;
            }));
            server.start();
            return new TlsFront(server, keystore);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext context(Path keystore) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            keys.load(in, SelfSigned.PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, SelfSigned.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** A store that holds the certificate, for those who are to trust it. */
    Path keystore() {
        return keystore;
    }

    /** The https address behind which the server at this address stands. */
    String to(URI origin) {
        String path = "/front-" + origins.size();
        origins.put(path, origin);
        server.createContext(path, exchange -> handOn(exchange, path, origin));
        return "https://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void handOn(HttpExchange exchange, String path, URI origin) throws IOException {
        String address = exchange.getRequestURI().toString().substring(path.length());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + address))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!ITS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, values.get(0));
            }
        });
        try (exchange) {
            HttpResponse<byte[]> answer = onwards.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (!ITS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
