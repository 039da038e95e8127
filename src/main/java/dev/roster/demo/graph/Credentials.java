package dev.roster.demo.graph;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** With what the application may sign in; can be changed at any time, as in the portal. */
public final class Credentials {

    // Mutable state, set by the test, read by the server's threads.
    private volatile String secret = GraphSimulator.CLIENT_SECRET;
    private volatile boolean secretExpired;
    private final List<X509Certificate> certificates = new CopyOnWriteArrayList<>();
    private final Set<String> federated = ConcurrentHashMap.newKeySet();

    /** Replaces the client secret. */
    public void secret(String value) {
        secret = value;
    }

    /** The right secret is refused as expired. */
    public void expireSecret(boolean expired) {
        secretExpired = expired;
    }

    /** Registers a certificate, so that assertions signed with its key are accepted. */
    public void register(X509Certificate certificate) {
        certificates.add(certificate);
    }

    /** Registers a token of another identity provider, which is accepted as it is. */
    public void federate(String assertion) {
        federated.add(assertion);
    }

    /** Takes a registered token back, as when a token file rotates. */
    public void endFederation(String assertion) {
        federated.remove(assertion);
    }

    boolean isSecret(String value) {
        return secret.equals(value);
    }

    boolean isSecretExpired() {
        return secretExpired;
    }

    boolean isFederated(String assertion) {
        return federated.contains(assertion);
    }

    List<X509Certificate> certificates() {
        return List.copyOf(certificates);
    }
}
