package dev.roster;

import dev.roster.settings.Connection;
import dev.roster.settings.Fault;
import dev.roster.settings.InvalidSettings;
import dev.roster.settings.Settings;
import dev.roster.settings.Target;
import dev.roster.settings.Transport;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/** What the settings say about the way to a service, as the HTTP clients take it. */
@Component
class Transports {

    private final Map<Transport, SSLContext> trust = new HashMap<>();

    /** @throws InvalidSettings when a bundle that the settings name is not defined */
    Transports(Settings settings, SslBundles bundles) {
        List<Fault> faults = new ArrayList<>();
        for (Connection connection : settings.connections()) {
            String key = "roster.connections." + connection.name();
            add(connection.entra().transport(), key + ".entra", bundles, faults);
            for (Target target : connection.targets()) {
                add(target.transport(), key + ".targets." + target.name(), bundles, faults);
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidSettings(faults);
        }
    }

    private void add(Transport transport, String key, SslBundles bundles, List<Fault> faults) {
        String name = transport.sslBundle();
        try {
            trust.put(
                    transport,
                    name == null
                            ? SSLContext.getDefault()
                            : bundles.getBundle(name).createSslContext());
        } catch (NoSuchSslBundleException e) {
            faults.add(new Fault(
                    key + ".ssl-bundle",
                    null,
                    "there is no SSL bundle called '" + name + "'",
                    "define spring.ssl.bundle.pem." + name + ".truststore.certificate: file:/path/to/ca.pem"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    /** Whose certificates are trusted on this way. */
    SSLContext tls(Transport transport) {
        return Objects.requireNonNull(trust.get(transport));
    }
}
