package dev.roster.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who is told, on a free port; answers as chat services do, in plain text. */
final class Hook implements AutoCloseable {

    /** What nobody else is to know. */
    static final String SECRET = "T00-hook-secret-4711";

    private final HttpServer server;
    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    Hook() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Content-Type"));
        JsonNode message = JsonMapper.shared().readTree(exchange.getRequestBody());
        if (status == 200) {
            told.add(message);
        }
        byte[] text = "ok".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Location", "http://127.0.0.1:9/elsewhere");
        exchange.sendResponseHeaders(status, text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/services/" + SECRET + "?sig=" + SECRET + "%2Fx";
    }

    /** From now on it answers with this status; only what it takes with 200 counts as told. */
    void answers(int status) {
        this.status = status;
    }

    /** What it was told about a connection, in order, since this was asked last. */
    List<JsonNode> toldOf(String connection) {
        List<JsonNode> news = told.stream()
                .filter(message -> message.path("connection").asString().equals(connection))
                .toList();
        told.removeAll(news);
        return news;
    }

    /** Method, address and content type of all requests. */
    List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
