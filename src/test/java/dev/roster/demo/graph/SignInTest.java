package dev.roster.demo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SignInTest {

    private static SelfSigned own;
    private static SelfSigned other;

    private final SimulatedTenant tenant = new SimulatedTenant("Contoso", "contoso.example");
    private final GraphSimulator simulator = GraphSimulator.start(tenant);
    private final GraphClient client = new GraphClient(simulator.url());

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) {
        own = SelfSigned.create(folder.resolve("own.p12"));
        other = SelfSigned.create(folder.resolve("other.p12"));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static int errorNumber(GraphClient.Answer answer) {
        return answer.json().path("error_codes").path(0).asInt();
    }

    private Map<String, String> secretFormWith(String name, String value) {
        Map<String, String> form = new HashMap<>(client.secretForm());
        form.put(name, value);
        return form;
    }

    @Test
    void theSecretGivesATokenWhosePermissionsCanBeRead() {
        JsonNode answer = client.token(client.secretForm()).json();
        String claims = answer.path("access_token").asString().split("\\.", -1)[1];

        assertThat(answer.path("token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.path("expires_in").asInt()).isEqualTo(3599);
        assertThat(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
                .contains("User.Read.All", "GroupMember.Read.All");
    }

    @Test
    void aSecretThatIsNotEncodedIsWrong() {
        String raw = "grant_type=client_credentials&client_id=" + GraphSimulator.CLIENT_ID + "&scope="
                + GraphClient.encoded(simulator.url() + "/.default") + "&client_secret=" + GraphSimulator.CLIENT_SECRET;

        GraphClient.Answer answer = client.postForm(GraphSimulator.TENANT_ID, raw);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(errorNumber(answer)).isEqualTo(7000215);
    }

    @Test
    void theTenantMayBeNamedByItsDomain() {
        assertThat(client.token("contoso.example", client.secretForm()).status())
                .isEqualTo(200);
        assertThat(errorNumber(client.token("other.example", client.secretForm())))
                .isEqualTo(90002);
    }

    @Test
    void everyOtherFaultHasItsOwnNumber() {
        assertThat(errorNumber(client.token(
                        secretFormWith("client_id", UUID.randomUUID().toString()))))
                .isEqualTo(700016);
        assertThat(errorNumber(client.token(secretFormWith("scope", "https://foo.example/.default"))))
                .isEqualTo(70011);
        assertThat(errorNumber(client.token(secretFormWith("grant_type", "password"))))
                .isEqualTo(70003);
        simulator.credentials().expireSecret(true);
        assertThat(errorNumber(client.token(client.secretForm()))).isEqualTo(7000222);
    }

    @Test
    void requestsWithoutATokenOrWithAWrongOneAreRefused() {
        assertThat(client.get("/users").status()).isEqualTo(401);
        assertThat(client.get("/users").header("WWW-Authenticate")).startsWith("Bearer");
        client.useToken("wrong");
        assertThat(client.get("/users").errorCode()).isEqualTo("InvalidAuthenticationToken");
        assertThat(client.batch("/users").status()).isEqualTo(401);
    }

    @Test
    void expiredTokensAreRefusedAndNewOnesAccepted() {
        client.signIn();
        assertThat(client.get("/users").status()).isEqualTo(200);
        simulator.expireTokens();
        assertThat(client.get("/users").status()).isEqualTo(401);
        client.signIn();
        assertThat(client.get("/users").status()).isEqualTo(200);
        assertThat(simulator.tokensIssued()).isEqualTo(2);
    }

    @Test
    void tokensExpireByThemselves() {
        simulator.behaviour().tokensLive(Duration.ZERO);
        client.signIn();

        assertThat(client.get("/users").json().at("/error/message").asString()).contains("expired");
    }

    @Test
    void aTokenWithoutPermissionsIsIssuedButOpensNothing() {
        simulator.behaviour().grant(Set.of());
        client.signIn();

        assertThat(client.get("/users").errorCode()).isEqualTo("Authorization_RequestDenied");
        assertThat(client.get("/groups").status()).isEqualTo(403);
        assertThat(client.get("/organization").status()).isEqualTo(403);
    }

    @Test
    void permissionsOpenTheirOwnPartsOnly() {
        simulator.behaviour().grant(Set.of("GroupMember.Read.All"));
        client.signIn();

        assertThat(client.get("/groups").status()).isEqualTo(200);
        assertThat(client.get("/users").status()).isEqualTo(403);
    }

    @Test
    void withBasicPermissionOnlyBasicPropertiesCanBeRead() {
        simulator.behaviour().grant(Set.of("User.ReadBasic.All"));
        client.signIn();

        assertThat(client.get("/users?$select=id,mail").status()).isEqualTo(200);
        assertThat(client.get("/users?$select=id,accountEnabled").status()).isEqualTo(403);
    }

    @Test
    void aFederatedTokenIsAcceptedWhileItIsRegistered() {
        simulator.credentials().federate("token-of-the-cluster");
        assertThat(client.token(assertionForm("token-of-the-cluster")).status()).isEqualTo(200);
        simulator.credentials().endFederation("token-of-the-cluster");
        assertThat(client.token(assertionForm("token-of-the-cluster")).status()).isEqualTo(400);
    }

    @Test
    void anAssertionSignedWithARegisteredCertificateGivesAToken() throws JOSEException {
        simulator.credentials().register(own.certificate());

        assertThat(client.token(assertionForm(signed(own.certificate(), own.key(), claims().build())))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anAssertionByAnotherKeyOrOfAnotherTimeOrPlaceIsRefused() throws JOSEException {
        simulator.credentials().register(own.certificate());

        assertThat(errorOf(own.certificate(), other.key(), claims())).isEqualTo(700027);
        assertThat(errorOf(other.certificate(), other.key(), claims())).isEqualTo(700027);
        assertThat(errorOf(own.certificate(), own.key(), claims().expirationTime(Date.from(Instant.EPOCH))))
                .isEqualTo(700024);
        assertThat(errorOf(own.certificate(), own.key(), claims().audience("https://elsewhere.example")))
                .isEqualTo(700023);
        assertThat(errorOf(own.certificate(), own.key(), claims().subject("somebody")))
                .isEqualTo(700021);
    }

    private int errorOf(X509Certificate named, PrivateKey key, JWTClaimsSet.Builder claims) throws JOSEException {
        return errorNumber(client.token(assertionForm(signed(named, key, claims.build()))));
    }

    private JWTClaimsSet.Builder claims() {
        Instant now = Clock.systemUTC().instant();
        return new JWTClaimsSet.Builder()
                .audience(simulator.url() + "/" + GraphSimulator.TENANT_ID + "/oauth2/v2.0/token")
                .issuer(GraphSimulator.CLIENT_ID)
                .subject(GraphSimulator.CLIENT_ID)
                .jwtID(UUID.randomUUID().toString())
                .notBeforeTime(Date.from(now.minusSeconds(5)))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    private static String signed(X509Certificate certificate, PrivateKey key, JWTClaimsSet claims)
            throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.PS256)
                .x509CertSHA256Thumbprint(X509CertUtils.computeSHA256Thumbprint(certificate))
                .build();
        SignedJWT jwt = new SignedJWT(header, claims);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private Map<String, String> assertionForm(String assertion) {
        return Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                GraphSimulator.CLIENT_ID,
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion,
                "scope",
                "https://graph.microsoft.com/.default");
    }
}
