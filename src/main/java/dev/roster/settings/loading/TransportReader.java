package dev.roster.settings.loading;

import dev.roster.settings.Transport;
import java.net.URI;
import java.util.List;

/** Reads how a service is reached; the keys stand beside its address. */
final class TransportReader {
    private static final Key<URI> PROXY = Key.of(
            "proxy",
            Addresses.BASE,
            "",
            "HTTP proxy on the way there, as in http://proxy.example.com:3128; one that asks for a password does not do");
    private static final Key<String> SSL_BUNDLE = Key.of(
            "ssl-bundle",
            Names.TEXT,
            "",
            "name of a Spring SSL bundle (spring.ssl.bundle.pem.<name>.truststore.certificate, or jks) with your own"
                    + " certificate authority");

    static final List<Key<?>> KEYS = List.of(PROXY, SSL_BUNDLE);

    private TransportReader() {}

    static Transport read(Section section) {
        URI proxy = section.find(PROXY);
        if (proxy != null && proxy.getPort() < 0) {
            section.fault(PROXY, "has no port", "give it, as in http://proxy.example.com:3128");
        }
        return new Transport(proxy, section.find(SSL_BUNDLE));
    }
}
