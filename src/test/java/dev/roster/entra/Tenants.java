package dev.roster.entra;

import dev.roster.settings.Entra;
import dev.roster.settings.Secret;
import dev.roster.settings.Transport;
import java.net.URI;
import java.nio.file.Path;

/** Settings of a tenant, as tests need them. */
final class Tenants {

    private static final URI GRAPH = URI.create("https://graph.microsoft.com");

    private Tenants() {}

    static Entra withSecret(URI login, String secret) {
        return new Entra(
                "contoso.example",
                "app-1",
                new Secret(secret),
                null,
                null,
                null,
                login,
                GRAPH,
                Entra.Read.DELTA,
                999,
                true,
                Transport.DIRECT);
    }

    static Entra withCertificate(URI login, Path certificate, Path key) {
        return new Entra(
                "contoso.example",
                "app-1",
                null,
                certificate,
                key,
                null,
                login,
                GRAPH,
                Entra.Read.DELTA,
                999,
                true,
                Transport.DIRECT);
    }

    static Entra withTokenFile(URI login, Path file) {
        return new Entra(
                "contoso.example",
                "app-1",
                null,
                null,
                null,
                file,
                login,
                GRAPH,
                Entra.Read.DELTA,
                999,
                true,
                Transport.DIRECT);
    }
}
