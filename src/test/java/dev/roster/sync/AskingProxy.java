package dev.roster.sync;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An HTTP proxy that lets nobody through without a name and password; it opens tunnels, and hands plain requests on. */
final class AskingProxy implements Closeable {

    static final String USERNAME = "roster";
    static final String PASSWORD = "pr0xy-canary";

    private static final String SHOWN = "Proxy-Authorization: Basic "
            + Base64.getEncoder().encodeToString((USERNAME + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    private static final String ASKS =
            "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"company\"\r\n"
                    + "Content-Length: 0\r\n\r\n";

    private final ServerSocket door;
    private final Queue<String> let = new ConcurrentLinkedQueue<>();

    private AskingProxy(ServerSocket door) {
        this.door = door;
    }

    static AskingProxy start() {
        try {
            AskingProxy proxy = new AskingProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            inBackground(proxy::welcome);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** The first lines of the requests that it has let through, as in {@code CONNECT host:443 HTTP/1.1}. */
    List<String> let() {
        return List.copyOf(let);
    }

    private void welcome() throws IOException {
        while (!door.isClosed()) {
            Socket client = door.accept();
            inBackground(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            String head = head(client.getInputStream());
            while (!head.isEmpty() && !head.contains(SHOWN + "\r\n")) {
                write(ASKS, client);
                head = head(client.getInputStream());
            }
            if (!head.isEmpty()) {
                String line = head.lines().findFirst().orElse("");
                let.add(line);
                letThrough(client, line.split(" ", 3), head.substring(line.length() + 2));
            }
        }
    }

    private static void letThrough(Socket client, String[] line, String headers) throws IOException {
        boolean tunnel = line[0].equals("CONNECT");
        URI to = URI.create(tunnel ? "https://" + line[1] : line[1]);
        try (Socket origin = new Socket(InetAddress.getLoopbackAddress(), to.getPort())) {
            if (tunnel) {
                write("HTTP/1.1 200 OK\r\n\r\n", client);
            } else {
                String path = to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
                write(line[0] + " " + path + " HTTP/1.1\r\n" + once(headers), origin);
            }
            inBackground(() -> client.getInputStream().transferTo(origin.getOutputStream()));
            if (!tunnel) {
                write(head(origin.getInputStream()).replaceFirst("\r\n", "\r\nConnection: close\r\n"), client);
            }
            origin.getInputStream().transferTo(client.getOutputStream());
        }
    }

    /** One request a connection, so that each comes by here; what was for the proxy stays with it. */
    private static String once(String headers) {
        return "Connection: close\r\n"
                + headers.replace(SHOWN + "\r\n", "").replaceAll("(?i)(?m)^connection:.*\r\n", "");
    }

    private static void write(String text, Socket to) throws IOException {
        to.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Up to the empty line, with it; empty when nothing comes any more. */
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int octet;
        while ((octet = in.read()) >= 0) {
            head.write(octet);
            if (octet == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return "";
    }

    /** What may end with a connection. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException ended) {
                        // One of the two has closed; so does the other.
                    }
                },
                "asking-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
