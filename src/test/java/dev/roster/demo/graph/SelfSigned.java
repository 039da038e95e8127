package dev.roster.demo.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** A certificate with its key, made for one test by the JDK's own tool. */
public record SelfSigned(X509Certificate certificate, PrivateKey key) {

    public static final String PASSWORD = "for-the-test";
    private static final String OPTIONS =
            "-genkeypair -alias app -keyalg RSA -keysize 2048 -dname CN=roster -ext san=ip:127.0.0.1 -storetype PKCS12";

    /** @param store where the key and its certificate are kept, too */
    public static SelfSigned create(Path store) {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = new ArrayList<>(List.of(keytool, "-keystore", store.toString(), "-storepass", PASSWORD));
        command.addAll(List.of(OPTIONS.split(" ", -1)));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool ended with " + process.exitValue());
            }
            return read(store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static SelfSigned read(Path store) throws IOException {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            return new SelfSigned((X509Certificate) keys.getCertificate("app"), (PrivateKey)
                    keys.getKey("app", PASSWORD.toCharArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
