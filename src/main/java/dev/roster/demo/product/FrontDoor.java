package dev.roster.demo.product;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.SimulatedServer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens to every request before its route: context path, credentials, limits, cross-site check, body type. */
final class FrontDoor implements SimulatedServer.Handler {

    // A browser may send these to another site without asking it first.
    private static final Set<String> FORM_TYPES =
            Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");

    private final String contextPath;
    private final RouteTable routes;
    private final ProductRules rules;
    private final ProductSwitches switches;
    private final Credentials credentials;
    private final SimulatedDirectory directory;

    FrontDoor(
            String contextPath,
            RouteTable routes,
            ProductRules rules,
            ProductSwitches switches,
            Credentials credentials,
            SimulatedDirectory directory) {
        this.contextPath = contextPath;
        this.routes = routes;
        this.rules = rules;
        this.switches = switches;
        this.credentials = credentials;
        this.directory = directory;
    }

    @Override
    public SimulatedAnswer handle(SimulatedRequest request) {
        String path = request.rawPath();
        if (hasEncodedSlash(path)) {
            return page(400, "Bad Request"); // The servlet container takes no encoded slashes.
        }
        if (!path.startsWith(contextPath + "/rest/")) {
            return page(404, "Not Found");
        }
        Optional<Caller> caller = credentials.caller(request);
        Optional<RateLimit> limit = caller.isPresent() ? switches.rateLimit() : Optional.empty();
        SimulatedAnswer answer = limited(request, caller.orElse(null), limit.orElse(null));
        return limit.map(bucket -> bucket.mark(answer)).orElse(answer);
    }

    private SimulatedAnswer limited(SimulatedRequest request, @Nullable Caller caller, @Nullable RateLimit limit) {
        try {
            if (limit != null && !limit.take()) {
                throw Refusal.of(429, "Rate limit exceeded.");
            }
            return admitted(request, caller);
        } catch (Refusal refusal) {
            boolean asPage = refusal.status() == 401 && caller == null && switches.htmlUnauthorized();
            return asPage ? page(401, "Unauthorized") : rules.error(refusal);
        }
    }

    private SimulatedAnswer admitted(SimulatedRequest request, @Nullable Caller caller) {
        if (switches.basicAuthBlocked() && Credentials.basic(request)) {
            throw Refusal.of(403, "Basic Authentication has been disabled on this instance.");
        }
        if (caller == null && Credentials.given(request)) {
            throw rules.unauthorized(request);
        }
        checkCrossSite(request);
        RouteTable.Found found = routes.find(request.method(), segments(request));
        checkAccess(request, found.route(), caller);
        checkType(request, found.route());
        if (found.route().writes()) {
            rules.checkWritable();
        }
        Call call = new Call(request, found.variables(), caller);
        // Writes one at a time: what a route has checked is then still so when it acts.
        return found.route().writes()
                ? directory.exclusively(() -> found.route().answering().answer(call))
                : found.route().answering().answer(call);
    }

    private List<String> segments(SimulatedRequest request) {
        String inside = request.rawPath().substring(contextPath.length());
        return new SimulatedRequest(
                        request.method(),
                        rules.listed(inside),
                        null,
                        request.query(),
                        request.headers(),
                        request.body())
                .segments();
    }

    private void checkAccess(SimulatedRequest request, Route route, @Nullable Caller caller) {
        if (route.access() == Route.Access.ANONYMOUS) {
            return;
        }
        if (caller == null) {
            throw rules.unauthorized(request);
        }
        if (route.access() == Route.Access.ADMIN && !rules.administers(caller)) {
            throw rules.notPermitted(caller);
        }
    }

    private static void checkCrossSite(SimulatedRequest request) {
        String token = Objects.requireNonNullElse(request.header("x-atlassian-token"), "");
        boolean assured = token.equals("no-check") || token.equals("nocheck");
        if (request.method().equals("POST") && FORM_TYPES.contains(type(request)) && !assured) {
            throw Refusal.of(403, "XSRF check failed");
        }
    }

    private static void checkType(SimulatedRequest request, Route route) {
        if (route.takesJson() && !type(request).equals("application/json")) {
            throw Refusal.of(415, "HTTP 415 Unsupported Media Type");
        }
    }

    private static String type(SimulatedRequest request) {
        String header = Objects.requireNonNullElse(request.header("content-type"), "");
        return header.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }

    private static boolean hasEncodedSlash(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.contains("%2f") || lower.contains("%5c");
    }

    private static SimulatedAnswer page(int status, String title) {
        String page = "<!doctype html><html><head><title>" + title + "</title></head><body><h1>HTTP Status " + status
                + " – " + title + "</h1></body></html>";
        return SimulatedAnswer.text(status, "text/html;charset=UTF-8", page);
    }
}
