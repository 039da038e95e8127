package dev.roster.settings;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How a service is reached.
 *
 * @param proxy an HTTP proxy with its port, as in {@code http://proxy.example.com:3128}; null for a direct connection
 * @param proxyUsername whom the proxy knows; null for one that asks for no password
 * @param proxyPassword there when the name is
 * @param sslBundle names a bundle under {@code spring.ssl.bundle} whose certificates are trusted; null for those that
 *     this Java trusts
 */
public record Transport(
        @Nullable URI proxy,
        @Nullable String proxyUsername,
        @Nullable Secret proxyPassword,
        @Nullable String sslBundle) {

    public static final Transport DIRECT = new Transport(null, null, null, null);
}
