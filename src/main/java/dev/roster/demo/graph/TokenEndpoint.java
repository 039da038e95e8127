package dev.roster.demo.graph;

import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code POST /{tenant}/oauth2/v2.0/token} for applications: by secret, by certificate, by federated token. */
final class TokenEndpoint {

    static final String PATH_END = "/oauth2/v2.0/token";

    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final String SCOPE_END = "/.default";
    private static final Set<String> GRAPH_HOSTS = Set.of(
            "https://graph.microsoft.com",
            "https://graph.microsoft.us",
            "https://dod-graph.microsoft.us",
            "https://microsoftgraph.chinacloudapi.cn");

    private final SimulatedTenant tenant;
    private final URI base;
    private final Credentials credentials;
    private final IssuedTokens tokens;
    private final GraphBehaviour behaviour;
    private final AssertionCheck assertions;

    TokenEndpoint(
            SimulatedTenant tenant,
            URI base,
            Credentials credentials,
            IssuedTokens tokens,
            GraphBehaviour behaviour,
            Clock clock) {
        this.tenant = tenant;
        this.base = base;
        this.credentials = credentials;
        this.tokens = tokens;
        this.behaviour = behaviour;
        this.assertions = new AssertionCheck(credentials, clock);
    }

    SimulatedAnswer answer(SimulatedRequest request) {
        try {
            return issue(request);
        } catch (SignInError error) {
            return error.answer();
        }
    }

    private SimulatedAnswer issue(SimulatedRequest request) {
        String named = request.segments().get(0);
        if (!named.equalsIgnoreCase(GraphSimulator.TENANT_ID) && !named.equalsIgnoreCase(tenant.domain())) {
            throw SignInError.invalidRequest(
                    90002,
                    "Tenant '" + named + "' not found. Check to make sure you have the correct tenant ID and are"
                            + " signing into the correct cloud.");
        }
        Map<String, String> form = form(request);
        if (!form.getOrDefault("grant_type", "").equals("client_credentials")) {
            throw SignInError.of("unsupported_grant_type", 70003, "The app requested an unsupported grant type.");
        }
        checkClient(form, named);
        String audience = audience(form.getOrDefault("scope", ""));
        return token(audience);
    }

    private SimulatedAnswer token(String audience) {
        Duration lifetime = behaviour.tokenLifetime();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("token_type", "Bearer");
        body.put("expires_in", lifetime.toSeconds());
        body.put("ext_expires_in", lifetime.toSeconds());
        body.put("access_token", tokens.issue(behaviour.permissions(), lifetime, audience));
        return SimulatedAnswer.json(200, GraphJson.mapper().writeValueAsString(body))
                .with("Cache-Control", "no-store, no-cache");
    }

    private void checkClient(Map<String, String> form, String named) {
        String client = form.get("client_id");
        if (client == null) {
            throw SignInError.invalidRequest(
                    900144, "The request body must contain the following parameter: 'client_id'.");
        }
        if (!client.equalsIgnoreCase(GraphSimulator.CLIENT_ID)) {
            throw SignInError.of(
                    "unauthorized_client",
                    700016,
                    "Application with identifier '" + client + "' was not found in the directory '"
                            + tenant.displayName() + "'.");
        }
        String assertion = form.get("client_assertion");
        if (assertion != null) {
            checkAssertion(assertion, form.get("client_assertion_type"), named);
        } else {
            checkSecret(form.get("client_secret"));
        }
    }

    private void checkAssertion(String assertion, @Nullable String type, String named) {
        if (!ASSERTION_TYPE.equals(type)) {
            throw SignInError.invalidRequest(900144, "The 'client_assertion_type' is missing or not supported.");
        }
        String path = "/" + named + PATH_END;
        assertions.check(assertion, Set.of(base + path, "https://login.microsoftonline.com" + path));
    }

    private void checkSecret(@Nullable String secret) {
        if (secret == null) {
            throw SignInError.invalidClient(
                    7000218,
                    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
        }
        if (!credentials.isSecret(secret)) {
            throw SignInError.invalidClient(
                    7000215,
                    "Invalid client secret provided. Ensure the secret being sent in the request is the client secret"
                            + " value, not the client secret ID, for a secret added to app '"
                            + GraphSimulator.CLIENT_ID + "'.");
        }
        if (credentials.isSecretExpired()) {
            throw SignInError.invalidClient(
                    7000222, "The provided client secret keys for app '" + GraphSimulator.CLIENT_ID + "' are expired.");
        }
    }

    private String audience(String scope) {
        String host = scope.endsWith(SCOPE_END) ? scope.substring(0, scope.length() - SCOPE_END.length()) : "";
        if (!host.equals(base.toString()) && !GRAPH_HOSTS.contains(host)) {
            throw SignInError.of(
                    "invalid_scope",
                    70011,
                    "The provided value for the input parameter 'scope' is not valid. The scope " + scope
                            + " is not valid.");
        }
        return host;
    }

    /** The form, with id and secret from the Authorization header (RFC 6749, 2.3.1) where they come that way. */
    private static Map<String, String> form(SimulatedRequest request) {
        Map<String, String> form = SimulatedRequest.parameters(request.body());
        String authorization = request.header("Authorization");
        if (authorization == null || !authorization.startsWith("Basic ")) {
            return form;
        }
        byte[] decoded = Base64.getDecoder().decode(authorization.substring("Basic ".length()));
        String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
        form.put("client_id", URLDecoder.decode(parts[0], StandardCharsets.UTF_8));
        form.put("client_secret", parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        return form;
    }
}
