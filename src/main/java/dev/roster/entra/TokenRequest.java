package dev.roster.entra;

import dev.roster.settings.Entra;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How Roster asks for a token to one tenant: OAuth's client credentials, with a secret or a signed statement. */
final class TokenRequest {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Pattern JWT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private final Entra entra;
    private final Clock clock;

    TokenRequest(Entra entra, Clock clock) {
        this.entra = entra;
        this.clock = clock;
    }

    URI endpoint() {
        String base = entra.loginUrl().toString().replaceAll("/+$", "");
        String tenant = encode(entra.tenantId()).replace("+", "%20");
        return URI.create(base + "/" + tenant + "/oauth2/v2.0/token");
    }

    /**
     * The form to post, made anew at each call: statements expire, and token files rotate. Holds the secret.
     *
     * @throws CredentialUnusable when the certificate, key or token file cannot be used
     */
    String form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", entra.clientId());
        form.put("scope", scope());
        addCredential(form);
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Whatever Graph itself has granted the application. */
    private String scope() {
        URI graph = entra.graphUrl();
        return graph.getScheme() + "://" + graph.getRawAuthority() + "/.default";
    }

    private void addCredential(Map<String, String> form) {
        if (entra.clientSecret() != null) {
            form.put("client_secret", entra.clientSecret().reveal());
            return;
        }
        form.put("client_assertion_type", JWT_BEARER);
        form.put("client_assertion", assertion());
    }

    private String assertion() {
        if (entra.certificate() != null && entra.privateKey() != null) {
            return ClientAssertion.sign(entra.certificate(), entra.privateKey(), entra.clientId(), endpoint(), clock);
        }
        if (entra.federatedTokenFile() == null) {
            throw new CredentialUnusable(
                    "there is no client-secret, certificate or federated-token-file to sign in with");
        }
        String token = Pem.read(entra.federatedTokenFile()).strip();
        if (!JWT.matcher(token).matches()) {
            throw new CredentialUnusable(entra.federatedTokenFile() + " holds no token (JWT)");
        }
        return token;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
