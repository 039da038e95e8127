package dev.roster.bench;

import dev.roster.demo.Landscape;
import dev.roster.demo.SimulatedExchange;
import dev.roster.demo.product.SimulatedProduct;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The requests that went to one product, in their order, so that a bare client can send them again. */
record Recording(String product, List<Request> requests) {

    /** @param authorization of the account that sent it */
    record Request(String method, String address, String body, String contentType, String authorization) {}

    /** One file for each product. */
    static void save(Landscape landscape, Path folder) throws IOException {
        Map<String, SimulatedProduct> products = Map.of(
                "jira", landscape.jira(), "confluence", landscape.confluence(), "bitbucket", landscape.bitbucket());
        for (Map.Entry<String, SimulatedProduct> product : products.entrySet()) {
            List<String> lines = new ArrayList<>();
            for (SimulatedExchange exchange : product.getValue().server().exchanges()) {
                if (!exchange.request().method().equals("GET")) {
                    lines.add(line(exchange));
                }
            }
            Files.write(folder.resolve(product.getKey()), lines);
        }
    }

    private static String line(SimulatedExchange exchange) {
        var request = exchange.request();
        String query = request.rawQuery() == null ? "" : "?" + request.rawQuery();
        return String.join(
                " ",
                request.method(),
                request.rawPath() + query,
                encoded(request.body()),
                encoded(String.valueOf(request.header("content-type"))),
                encoded(String.valueOf(request.header("authorization"))));
    }

    static Recording load(Path folder, String product) throws IOException {
        List<Request> requests = Files.readAllLines(folder.resolve(product)).stream()
                .map(line -> line.split(" ", -1))
                .map(parts -> new Request(parts[0], parts[1], decoded(parts[2]), decoded(parts[3]), decoded(parts[4])))
                .toList();
        return new Recording(product, requests);
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
