package dev.roster.demo.graph;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the assertion with which an application signs in by certificate: PS256, named by the thumbprint. */
final class AssertionCheck {

    private final Credentials credentials;
    private final Clock clock;

    AssertionCheck(Credentials credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Refuses an assertion that is not of the application, not for one of these audiences, or not of this time. */
    void check(String assertion, Set<String> audiences) {
        if (credentials.isFederated(assertion)) {
            return;
        }
        try {
            SignedJWT jwt = SignedJWT.parse(assertion);
            checkSignature(jwt);
            checkClaims(jwt.getJWTClaimsSet(), audiences);
        } catch (ParseException | JOSEException e) {
            throw SignInError.of("invalid_request", 50027, "JWT token is invalid or malformed.");
        }
    }

    private void checkSignature(SignedJWT jwt) throws JOSEException {
        X509Certificate certificate = registered(jwt.getHeader().getX509CertSHA256Thumbprint());
        boolean signed = jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.PS256)
                && certificate.getPublicKey() instanceof RSAPublicKey key
                && jwt.verify(new RSASSAVerifier(key));
        if (!signed) {
            throw unknownKey("the signature is not valid");
        }
    }

    private X509Certificate registered(@Nullable Base64URL thumbprint) {
        return credentials.certificates().stream()
                .filter(certificate ->
                        X509CertUtils.computeSHA256Thumbprint(certificate).equals(thumbprint))
                .findFirst()
                .orElseThrow(() -> unknownKey("the key was not found"));
    }

    private void checkClaims(JWTClaimsSet claims, Set<String> audiences) {
        if (Collections.disjoint(claims.getAudience(), audiences)) {
            throw SignInError.invalidClient(700023, "Client assertion audience claim does not match Realm issuer.");
        }
        if (!GraphSimulator.CLIENT_ID.equals(claims.getIssuer())
                || !GraphSimulator.CLIENT_ID.equals(claims.getSubject())) {
            throw SignInError.invalidClient(
                    700021, "Client assertion application identifier doesn't match 'client_id' parameter.");
        }
        if (claims.getJWTID() == null) {
            throw SignInError.invalidClient(50027, "JWT token is invalid or malformed: no jti.");
        }
        if (!isOfThisTime(claims.getNotBeforeTime(), claims.getExpirationTime())) {
            throw SignInError.invalidClient(700024, "Client assertion is not within its valid time range.");
        }
    }

    private boolean isOfThisTime(@Nullable Date from, @Nullable Date until) {
        Instant now = clock.instant();
        boolean begun = from == null || !from.toInstant().isAfter(now);
        return begun && until != null && until.toInstant().isAfter(now);
    }

    private static SignInError unknownKey(String reason) {
        return SignInError.invalidClient(
                700027,
                "The certificate with identifier used to sign the client assertion is not registered on application:"
                        + " " + reason + ".");
    }
}
