package dev.roster.entra;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PEM files as they come from openssl or a key vault; either may hold other blocks and text as well. */
final class Pem {

    private static final long LONGEST = 256 * 1024;

    private Pem() {}

    /** @throws CredentialUnusable when the file cannot be read or is absurdly long */
    static String read(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                throw new CredentialUnusable(file + " is too long for what it should hold");
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new CredentialUnusable(
                    file + " cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }

    /** The first certificate of the file. */
    static X509Certificate certificate(Path file) {
        byte[] der = block(read(file), "CERTIFICATE")
                .orElseThrow(() -> new CredentialUnusable(file + " holds no PEM certificate"));
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new CredentialUnusable(file + " holds a certificate that cannot be read", e);
        }
    }

    /** The RSA key of the file; Entra takes no other kind. */
    static RSAPrivateKey privateKey(Path file) {
        String text = read(file);
        if (text.contains("BEGIN ENCRYPTED PRIVATE KEY") || text.contains("BEGIN RSA PRIVATE KEY")) {
            throw new CredentialUnusable(file + " holds a private key in another form than PKCS#8 without password;"
                    + " openssl pkcs8 -topk8 -nocrypt makes one");
        }
        byte[] der = block(text, "PRIVATE KEY")
                .orElseThrow(() -> new CredentialUnusable(file + " holds no PEM private key"));
        try {
            return (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            // Without the cause: parsers like to quote what they could not read.
            throw new CredentialUnusable(file + " holds a private key that is not an RSA key");
        }
    }

    private static Optional<byte[]> block(String text, String label) {
        Matcher matcher = Pattern.compile("-----BEGIN " + label + "-----([^-]*)-----END " + label + "-----")
                .matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getMimeDecoder().decode(matcher.group(1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
