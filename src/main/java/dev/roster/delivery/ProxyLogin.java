package dev.roster.delivery;

import dev.roster.settings.Secret;
import dev.roster.settings.Transport;
import java.util.Optional;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.CredentialsProviderBuilder;
import org.apache.hc.core5.http.HttpHost;

/** What Roster shows at a proxy that asks for a password, and nowhere else. */
public record ProxyLogin(String username, Secret password) {

    /** Empty for a way without such a proxy. */
    public static Optional<ProxyLogin> of(Transport transport) {
        String username = transport.proxyUsername();
        Secret password = transport.proxyPassword();
        return transport.proxy() == null || username == null || password == null
                ? Optional.empty()
                : Optional.of(new ProxyLogin(username, password));
    }

    /** The value of the Proxy-Authorization header. */
    public String authorization() {
        return Credentials.basic(username, password).authorization();
    }

    /** For a tunnel, which the proxy opens when it has been shown this. */
    CredentialsProvider at(HttpHost proxy) {
        return CredentialsProviderBuilder.create()
                .add(
                        new AuthScope(proxy),
                        new UsernamePasswordCredentials(
                                username, password.reveal().toCharArray()))
                .build();
    }
}
