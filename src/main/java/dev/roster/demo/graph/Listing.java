package dev.roster.demo.graph;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cuts listings into pages and links them. */
final class Listing {

    private static final int USUAL_PAGE = 100;

    /** An ordered set that can be read from anywhere. */
    @FunctionalInterface
    interface Source {
        Slice read(int from, int limit, Predicate<SimulatedObject> filter);
    }

    private final URI base;
    private final GraphBehaviour behaviour;

    Listing(URI base, GraphBehaviour behaviour) {
        this.base = base;
        this.behaviour = behaviour;
    }

    /** One page; {@code context} is what follows {@code $metadata#}. */
    SimulatedAnswer page(
            GraphCall call,
            String context,
            Source source,
            Predicate<SimulatedObject> filter,
            Function<SimulatedObject, Map<String, @Nullable Object>> rendering) {
        int size = pageSize(call);
        int from = start(call);
        boolean first = call.option("$skiptoken") == null;
        Slice slice =
                first && behaviour.startsWithEmptyPages() ? new Slice(List.of(), 0) : source.read(from, size, filter);
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("@odata.context", base + "/v1.0/$metadata#" + context);
        if (first && call.isAdvanced()) {
            body.put("@odata.count", count(source, filter));
        }
        if (!slice.isLast()) {
            body.put("@odata.nextLink", nextLink(call.request(), slice.next(), from));
        }
        body.put("value", slice.items().stream().map(rendering).toList());
        return GraphJson.answer(200, body);
    }

    /** The number of objects as plain text, which Graph only tells in an eventually consistent query. */
    SimulatedAnswer count(GraphCall call, Source source, Predicate<SimulatedObject> filter) {
        if (!call.isEventual()) {
            throw new GraphError(400, "Request_BadRequest", "$count is not currently supported.");
        }
        return SimulatedAnswer.text(200, "text/plain", String.valueOf(count(source, filter)));
    }

    private static int count(Source source, Predicate<SimulatedObject> filter) {
        return source.read(0, Integer.MAX_VALUE, filter).items().size();
    }

    private int pageSize(GraphCall call) {
        String top = call.option("$top");
        int asked = top == null ? USUAL_PAGE : top.matches("\\d{1,6}") ? Integer.parseInt(top) : 0;
        if (top != null && (asked < 1 || asked > behaviour.largestTop())) {
            throw GraphError.unsupportedQuery("Invalid page size specified: '" + top + "'. Must be between 1 and "
                    + behaviour.largestTop() + " inclusive.");
        }
        return Math.min(asked, behaviour.largestPage());
    }

    private int start(GraphCall call) {
        String encoded = call.option("$skiptoken");
        if (encoded == null) {
            return 0;
        }
        SkipToken token = SkipToken.decode(encoded);
        if (token.listing() != listing(call.request())) {
            throw SkipToken.invalid();
        }
        if (token.generation() != behaviour.pageGeneration()) {
            throw SkipToken.expired();
        }
        return token.slot();
    }

    private String nextLink(SimulatedRequest request, int next, int current) {
        int slot = behaviour.nextLinks() == NextLinks.LOOP ? current : next;
        String token = new SkipToken(behaviour.pageGeneration(), listing(request), slot).encoded();
        String query = without(request.rawQuery()) + "$skiptoken=" + token;
        return behaviour.nextLinks().link(base, request.rawPath(), query);
    }

    private static int listing(SimulatedRequest request) {
        return ObjectIds.folded(request.rawPath()).hashCode();
    }

    /** The query as it came, but for the token of the page before; ends in an ampersand unless it is empty. */
    private static String without(@Nullable String rawQuery) {
        if (rawQuery == null || rawQuery.isEmpty()) {
            return "";
        }
        String kept = Arrays.stream(rawQuery.split("&"))
                .filter(pair -> !URLDecoder.decode(pair, StandardCharsets.UTF_8).startsWith("$skiptoken="))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : kept + "&";
    }
}
