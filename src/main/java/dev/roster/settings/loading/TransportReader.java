package dev.roster.settings.loading;

import dev.roster.settings.Secret;
import dev.roster.settings.Transport;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how a service is reached; the keys stand beside its address. */
final class TransportReader {
    private static final Key<URI> PROXY =
            Key.of("proxy", Addresses.BASE, "", "HTTP proxy on the way there, as in http://proxy.example.com:3128");
    private static final Key<String> PROXY_USERNAME =
            Key.of("proxy-username", Names.TEXT, "", "for a proxy that asks for a password (Basic)");
    private static final Key<Secret> PROXY_PASSWORD = Key.of("proxy-password", Names.SECRET, "", "its password");
    private static final Key<String> SSL_BUNDLE = Key.of(
            "ssl-bundle",
            Names.TEXT,
            "",
            "name of a Spring SSL bundle (spring.ssl.bundle.pem.<name>.truststore.certificate, or jks) with your own"
                    + " certificate authority");

    static final List<Key<?>> KEYS = List.of(PROXY, PROXY_USERNAME, PROXY_PASSWORD, SSL_BUNDLE);

    private TransportReader() {}

    static Transport read(Section section) {
        URI proxy = section.find(PROXY);
        if (proxy != null && proxy.getPort() < 0) {
            section.fault(PROXY, "has no port", "give it, as in http://proxy.example.com:3128");
        }
        checkLogin(section, proxy);
        return new Transport(
                proxy, section.find(PROXY_USERNAME), section.find(PROXY_PASSWORD), section.find(SSL_BUNDLE));
    }

    private static void checkLogin(Section section, @Nullable URI proxy) {
        if (!section.isGiven(PROXY_USERNAME) && !section.isGiven(PROXY_PASSWORD)) {
            return;
        }
        if (proxy == null && !section.isGiven(PROXY)) {
            Key<?> given = section.isGiven(PROXY_USERNAME) ? PROXY_USERNAME : PROXY_PASSWORD;
            section.fault(given, "has no effect without proxy", "give the proxy's address, or remove it");
            return;
        }
        section.need(PROXY_PASSWORD, "give the password that belongs to proxy-username");
        String username = section.need(PROXY_USERNAME, "give the name that belongs to proxy-password");
        if (username != null && username.contains(":")) {
            section.fault(PROXY_USERNAME, "has a colon in it, which cannot be sent", "use another account");
        }
    }
}
