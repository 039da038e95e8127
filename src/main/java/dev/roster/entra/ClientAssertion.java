package dev.roster.entra;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/**
 * The signed statement by which an application signs in with a certificate: PS256, the certificate named by the hash
 * {@code x5t#S256}, valid for ten minutes, usable once.
 */
final class ClientAssertion {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private ClientAssertion() {}

    /**
     * Both files are read at each call, so that a renewed certificate needs no restart.
     *
     * @throws CredentialUnusable when a file is unreadable, the certificate has expired, or they do not belong together
     */
    static String sign(Path certificate, Path privateKey, String clientId, URI endpoint, Clock clock) {
        X509Certificate known = Pem.certificate(certificate);
        RSAPrivateKey key = Pem.privateKey(privateKey);
        check(known, key, certificate, clock.instant());
        SignedJWT assertion = new SignedJWT(header(known), claims(clientId, endpoint, clock.instant()));
        try {
            assertion.sign(new RSASSASigner(key));
        } catch (JOSEException | IllegalArgumentException e) {
            throw new CredentialUnusable(
                    "the private key of " + certificate + " cannot sign; it needs 2048 bits or more");
        }
        return assertion.serialize();
    }

    private static void check(X509Certificate known, RSAPrivateKey key, Path certificate, Instant now) {
        if (known.getNotAfter().toInstant().isBefore(now)) {
            throw new CredentialUnusable("the certificate " + certificate + " expired on "
                    + known.getNotAfter().toInstant() + "; upload a new one to the app registration and set it");
        }
        boolean pair = known.getPublicKey() instanceof RSAPublicKey open
                && open.getModulus().equals(key.getModulus());
        if (!pair) {
            throw new CredentialUnusable("the private key does not belong to the certificate " + certificate);
        }
    }

    private static JWSHeader header(X509Certificate known) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(known.getEncoded());
            return new JWSHeader.Builder(JWSAlgorithm.PS256)
                    .type(JOSEObjectType.JWT)
                    .x509CertSHA256Thumbprint(Base64URL.encode(hash))
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    private static JWTClaimsSet claims(String clientId, URI endpoint, Instant now) {
        return new JWTClaimsSet.Builder()
                .audience(endpoint.toString())
                .issuer(clientId)
                .subject(clientId)
                .jwtID(UUID.randomUUID().toString())
                .notBeforeTime(Date.from(now))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
    }
}
