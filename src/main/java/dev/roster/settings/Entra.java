package dev.roster.settings;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the tenant is and how Roster signs in. Exactly one of secret, certificate with private key, and federated
 * token file is present; validation sees to it.
 *
 * @param certificate PEM file of the certificate registered with the application
 * @param privateKey PEM file (PKCS#8) of its private key
 * @param federatedTokenFile read anew at every token request, as it rotates
 * @param pageSize users and groups asked for per page, 1 to 999
 */
public record Entra(
        String tenantId,
        String clientId,
        @Nullable Secret clientSecret,
        @Nullable Path certificate,
        @Nullable Path privateKey,
        @Nullable Path federatedTokenFile,
        URI loginUrl,
        URI graphUrl,
        Read read,
        int pageSize,
        boolean allowHttp,
        Transport transport) {

    /** Whether Entra is asked for changes or for everything. */
    public enum Read {
        DELTA,
        LIST
    }
}
