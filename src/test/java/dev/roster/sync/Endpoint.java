package dev.roster.sync;

import dev.roster.Scene;
import dev.roster.demo.SimulatedExchange;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.SimulatedServer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Something that a service can be asked.
 *
 * @param service jira, confluence, bitbucket or graph
 * @param path names and numbers replaced by a star
 * @param fields of a changing request's body, as one path may serve several purposes
 */
record Endpoint(String service, String method, String path, String fields) {

    private static final Map<String, Function<Scene, SimulatedServer>> SERVERS = new LinkedHashMap<>();
    private static final Pattern NAMES =
            Pattern.compile("/(ann|bob|robert|cid|dee|eve|fay|admin|team-[a-z]+|[a-z]+-users|[a-z]+-administrators"
                    + "|\\d+|[0-9a-f]{8}-[0-9a-f-]{27})(?=/|$)");
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":(true|false|)");

    static {
        SERVERS.put("graph", scene -> scene.graph().server());
        SERVERS.put("jira", scene -> scene.jira().server());
        SERVERS.put("confluence", scene -> scene.confluence().server());
        SERVERS.put("bitbucket", scene -> scene.bitbucket().server());
    }

    /** The endpoints that the scene's services were asked at, in the order of their first use. */
    static Set<Endpoint> used(Scene scene) {
        Set<Endpoint> used = new LinkedHashSet<>();
        SERVERS.forEach((service, server) -> {
            for (SimulatedExchange exchange : server.apply(scene).exchanges()) {
                used.add(of(service, exchange.request()));
            }
        });
        return used;
    }

    static Endpoint of(String service, SimulatedRequest request) {
        // Twice, as matches may not overlap.
        String path = NAMES.matcher(NAMES.matcher(keepAdmin(request.rawPath())).replaceAll("/*"))
                .replaceAll("/*")
                .replace("ADMIN-API", "admin");
        return new Endpoint(service, request.method(), path, fields(request));
    }

    /** The part of an interface, not the account of that name. */
    private static String keepAdmin(String path) {
        return path.replaceFirst("/rest/api/(latest/)?admin/", "/rest/api/$1ADMIN-API/");
    }

    private static String fields(SimulatedRequest request) {
        if (!request.method().equals("PUT")) {
            return "";
        }
        StringBuilder fields = new StringBuilder();
        FIELD.matcher(request.body())
                .results()
                .forEach(match -> fields.append(match.group(1)).append(match.group(2)));
        return fields.toString();
    }

    /** Plans one trouble for the next request to this endpoint. */
    PlannedStrike strike(Scene scene, Trouble trouble) {
        PlannedStrike strike = new PlannedStrike(this);
        SimulatedServer server = Kept.in(SERVERS, service).apply(scene);
        strike.plan(server, trouble);
        return strike;
    }
}
