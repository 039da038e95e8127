package dev.roster.demo.product;

import dev.roster.demo.product.Route.Access;
import dev.roster.demo.product.Route.Answering;
import java.util.ArrayList;
import java.util.List;

/** The operations of a product under one root path. */
final class RouteTable {

    /** A route that a request leads to, with the variable parts of its path. */
    record Found(Route route, List<String> variables) {}

    private final String root;
    private final List<Route> routes = new ArrayList<>();

    /** @param root for instance {@code /rest/api/2} */
    RouteTable(String root) {
        this.root = root;
    }

    RouteTable get(String path, Access access, Answering answering) {
        return add("GET", root + path, access, false, answering);
    }

    /** A read outside the root. */
    RouteTable getAt(String wholePath, Access access, Answering answering) {
        return add("GET", wholePath, access, false, answering);
    }

    RouteTable post(String path, Access access, Answering answering) {
        return add("POST", root + path, access, false, answering);
    }

    RouteTable postJson(String path, Access access, Answering answering) {
        return add("POST", root + path, access, true, answering);
    }

    RouteTable put(String path, Access access, Answering answering) {
        return add("PUT", root + path, access, false, answering);
    }

    RouteTable putJson(String path, Access access, Answering answering) {
        return add("PUT", root + path, access, true, answering);
    }

    RouteTable delete(String path, Access access, Answering answering) {
        return add("DELETE", root + path, access, false, answering);
    }

    /**
     * Finds the route of a request; of two that match, the one added first.
     *
     * @throws Refusal 404 for an unknown path, 405 for a known one with another method
     */
    Found find(String method, List<String> path) {
        List<String> allowed = new ArrayList<>();
        for (Route route : routes) {
            List<String> variables = route.match(path);
            if (variables != null && route.method().equals(method)) {
                return new Found(route, variables);
            }
            if (variables != null) {
                allowed.add(route.method());
            }
        }
        if (allowed.isEmpty()) {
            throw Refusal.of(404, "null for uri: /" + String.join("/", path));
        }
        throw Refusal.of(405, "HTTP 405 Method Not Allowed; allowed: " + String.join(",", allowed));
    }

    private RouteTable add(String method, String path, Access access, boolean json, Answering answering) {
        routes.add(new Route(method, List.of(path.substring(1).split("/", -1)), access, json, answering));
        return this;
    }
}
