package dev.roster.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.roster.demo.SimulatedRequest;
import dev.roster.settings.Entra;
import dev.roster.settings.Secret;
import dev.roster.settings.Transport;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenRequestTest {

    private static final URI LOGIN = URI.create("https://login.microsoftonline.com");
    private static final Clock CLOCK = Clock.systemUTC();

    private static Path folder;
    private static Keytool keys;

    @BeforeAll
    static void makeKeys(@TempDir Path empty) {
        folder = empty;
        keys = Keytool.rsa(folder, "roster");
    }

    private static Map<String, String> form(Entra entra) {
        return SimulatedRequest.parameters(new TokenRequest(entra, CLOCK).form());
    }

    private static SignedJWT assertion(Entra entra, Clock clock) throws Exception {
        Map<String, String> form = SimulatedRequest.parameters(new TokenRequest(entra, clock).form());
        return SignedJWT.parse(form.get("client_assertion"));
    }

    @Test
    void aSecretArrivesWhateverCharactersItHas() {
        String secret = "a+b&c=d%20e f/ü~'\"%";

        assertThat(form(Tenants.withSecret(LOGIN, secret)))
                .containsOnly(
                        Map.entry("grant_type", "client_credentials"),
                        Map.entry("client_id", "app-1"),
                        Map.entry("scope", "https://graph.microsoft.com/.default"),
                        Map.entry("client_secret", secret));
    }

    @Test
    void theFormIsPercentEncoded() {
        assertThat(new TokenRequest(Tenants.withSecret(LOGIN, "a+b&c%"), CLOCK).form())
                .contains("client_secret=a%2Bb%26c%25")
                .contains("scope=https%3A%2F%2Fgraph.microsoft.com%2F.default");
    }

    @Test
    void theTenantIsOnePartOfTheAddress() {
        Entra entra = new Entra(
                "a/b c?d",
                "app",
                new Secret("s"),
                null,
                null,
                null,
                URI.create("https://login.example/base/"),
                URI.create("http://127.0.0.1:99/"),
                Entra.Read.LIST,
                999,
                true,
                Transport.DIRECT);

        assertThat(new TokenRequest(entra, CLOCK).endpoint())
                .hasToString("https://login.example/base/a%2Fb%20c%3Fd/oauth2/v2.0/token");
        assertThat(form(entra)).containsEntry("scope", "http://127.0.0.1:99/.default");
    }

    @Test
    void aCertificateSignsAStatementThatVerifies() throws Exception {
        Instant now = Instant.now();
        Entra entra = Tenants.withCertificate(LOGIN, keys.certificateFile(), keys.keyFile());
        SignedJWT jwt = assertion(entra, Clock.fixed(now, ZoneOffset.UTC));
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(keys.certificate().getEncoded());

        assertThat(jwt.verify(
                        new RSASSAVerifier((RSAPublicKey) keys.certificate().getPublicKey())))
                .isTrue();
        assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.PS256);
        assertThat(jwt.getHeader().getX509CertSHA256Thumbprint()).isEqualTo(Base64URL.encode(hash));
        assertThat(jwt.getHeader().toJSONObject()).containsEntry("typ", "JWT").containsKey("x5t#S256");
        assertThat(claims.getAudience())
                .containsExactly("https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token");
        assertThat(claims.getIssuer()).isEqualTo("app-1");
        assertThat(claims.getSubject()).isEqualTo("app-1");
        assertThat(claims.getNotBeforeTime()).isEqualTo(claims.getIssueTime());
        assertThat(Duration.between(
                        claims.getNotBeforeTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
    }

    @Test
    void everyStatementIsUsableOnce() throws Exception {
        Entra entra = Tenants.withCertificate(LOGIN, keys.certificateFile(), keys.keyFile());

        assertThat(assertion(entra, CLOCK).getJWTClaimsSet().getJWTID())
                .isNotEqualTo(assertion(entra, CLOCK).getJWTClaimsSet().getJWTID());
    }

    @Test
    void theFormOfACertificateLoginHoldsNoSecret() {
        Entra entra = Tenants.withCertificate(LOGIN, keys.certificateFile(), keys.keyFile());

        assertThat(form(entra))
                .containsOnlyKeys("grant_type", "client_id", "scope", "client_assertion_type", "client_assertion")
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    }

    @Test
    void keyAndCertificateMayBeInOneFile() throws Exception {
        Path both = folder.resolve("both.pem");
        Files.writeString(both, Files.readString(keys.keyFile()) + Files.readString(keys.certificateFile()));

        assertThat(form(Tenants.withCertificate(LOGIN, both, both))).containsKey("client_assertion");
    }

    @Test
    void aCertificateOfAnotherKeyIsNoticedBeforeAsking() {
        Keytool other = Keytool.rsa(folder, "other");

        assertThatThrownBy(() -> form(Tenants.withCertificate(LOGIN, keys.certificateFile(), other.keyFile())))
                .isInstanceOf(CredentialUnusable.class)
                .hasMessageContaining("does not belong to");
    }

    @Test
    void anExpiredCertificateIsNoticedBeforeAsking() {
        Keytool old = Keytool.rsa(folder, "old", "-startdate", "-10d", "-validity", "5");

        assertThatThrownBy(() -> form(Tenants.withCertificate(LOGIN, old.certificateFile(), old.keyFile())))
                .isInstanceOf(CredentialUnusable.class)
                .hasMessageContaining("expired on");
    }

    @Test
    void keysThatEntraDoesNotTakeAreNamed() throws Exception {
        Path elliptic = folder.resolve("elliptic.key");
        byte[] key = KeyPairGenerator.getInstance("EC")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        Files.writeString(elliptic, Keytool.pem("PRIVATE KEY", key));
        Path encrypted = folder.resolve("encrypted.key");
        Files.writeString(encrypted, Keytool.pem("ENCRYPTED PRIVATE KEY", new byte[] {1, 2, 3}));
        Path old = folder.resolve("pkcs1.key");
        Files.writeString(old, Keytool.pem("RSA PRIVATE KEY", new byte[] {1, 2, 3}));

        assertThatThrownBy(() -> Pem.privateKey(elliptic)).hasMessageContaining("not an RSA key");
        assertThatThrownBy(() -> Pem.privateKey(encrypted)).hasMessageContaining("openssl pkcs8");
        assertThatThrownBy(() -> Pem.privateKey(old)).hasMessageContaining("openssl pkcs8");
    }

    @Test
    void aKeyTooShortToSignIsNamed() {
        Keytool small = Keytool.generate(folder, "small", "1024");

        assertThatThrownBy(() -> form(Tenants.withCertificate(LOGIN, small.certificateFile(), small.keyFile())))
                .isInstanceOf(CredentialUnusable.class)
                .hasMessageContaining("2048 bits");
    }

    @Test
    void faultyFilesAreNamedAndNotShown() throws Exception {
        Path canary = folder.resolve("canary.pem");
        Files.writeString(canary, "-----BEGIN PRIVATE KEY-----\ncanarycanary\n-----END PRIVATE KEY-----\n");
        Path missing = folder.resolve("missing.pem");

        assertThatThrownBy(() -> Pem.privateKey(canary))
                .isInstanceOf(CredentialUnusable.class)
                .hasMessageContaining("canary.pem")
                .hasNoCause()
                .hasMessageNotContaining("canarycanary");
        assertThatThrownBy(() -> Pem.certificate(canary)).hasMessageContaining("no PEM certificate");
        assertThatThrownBy(() -> Pem.certificate(missing)).hasMessageContaining("cannot be read");
    }

    @Test
    void aTokenFileIsReadAnewEachTime() throws Exception {
        Path file = folder.resolve("federated");
        TokenRequest request = new TokenRequest(Tenants.withTokenFile(LOGIN, file), CLOCK);

        Files.writeString(file, "e30.first.sig\n");
        assertThat(SimulatedRequest.parameters(request.form()))
                .containsEntry("client_assertion", "e30.first.sig")
                .doesNotContainKey("client_secret");
        Files.writeString(file, "e30.second.sig");
        assertThat(SimulatedRequest.parameters(request.form())).containsEntry("client_assertion", "e30.second.sig");
    }

    @Test
    void aTokenFileWithoutATokenIsNamedAndNotShown() throws Exception {
        Path file = folder.resolve("broken");
        for (String text : new String[] {"", "canary", "a.b", "a.b.c d", "\u0000.b.c"}) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> form(Tenants.withTokenFile(LOGIN, file)))
                    .isInstanceOf(CredentialUnusable.class)
                    .hasMessageContaining(Objects.toString(file))
                    .hasMessageNotContaining("canary");
        }
    }
}
