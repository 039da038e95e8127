package dev.roster.demo.graph;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The access tokens that were given out, and what each allows. */
final class IssuedTokens {

    private static final String GRAPH_APP = "00000003-0000-0000-c000-000000000000";

    private record Issued(Instant expires, Set<String> roles) {}

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Issued> issued = new ConcurrentHashMap<>();

    IssuedTokens(Clock clock) {
        this.clock = clock;
    }

    /** A token in the form of a JWT whose claims can be read; without permissions it has no {@code roles} claim. */
    String issue(Set<String> roles, Duration lifetime, String audience) {
        Instant now = clock.instant();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", audience);
        claims.put("iss", "https://sts.windows.net/" + GraphSimulator.TENANT_ID + "/");
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(lifetime).getEpochSecond());
        claims.put("appid", GraphSimulator.CLIENT_ID);
        claims.put("tid", GraphSimulator.TENANT_ID);
        claims.put("uti", UUID.randomUUID().toString());
        if (!roles.isEmpty()) {
            claims.put("roles", roles.stream().sorted().toList());
        }
        byte[] signature = new byte[32];
        random.nextBytes(signature);
        String token = encoded("{\"typ\":\"JWT\",\"alg\":\"RS256\",\"kid\":\"simulated\"}") + "."
                + encoded(GraphJson.mapper().writeValueAsString(claims)) + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        issued.put(token, new Issued(now.plus(lifetime), Set.copyOf(roles)));
        return token;
    }

    int count() {
        return issued.size();
    }

    /** Every token given out so far is refused from now on. */
    void expireAll() {
        issued.replaceAll((token, was) -> new Issued(Instant.EPOCH, was.roles()));
    }

    /** The permissions of the caller; refuses those without a valid token. */
    Set<String> roles(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            throw refusal("Access token is empty.");
        }
        Issued token = issued.get(authorization.substring("Bearer ".length()).trim());
        if (token == null) {
            throw refusal("CompactToken parsing failed with error code: 80049217");
        }
        if (!clock.instant().isBefore(token.expires())) {
            throw refusal("Lifetime validation failed, the token is expired.");
        }
        return token.roles();
    }

    private static GraphError refusal(String message) {
        String challenge = "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/"
                + "authorize\", client_id=\"" + GRAPH_APP + "\"";
        return new GraphError(401, "InvalidAuthenticationToken", message, Map.of("WWW-Authenticate", challenge));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
