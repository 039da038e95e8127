package dev.roster.settings.loading;

import dev.roster.settings.Entra;
import dev.roster.settings.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads {@code entra}. */
final class EntraReader {
    private static final Key<String> TENANT_ID =
            Key.of("tenant-id", Names.TENANT, "", "Directory (tenant) ID; required");
    private static final Key<String> CLIENT_ID =
            Key.of("client-id", Names.IDENTIFIER, "", "Application (client) ID; required");
    private static final Key<Secret> CLIENT_SECRET = Key.of(
            "client-secret",
            Names.SECRET,
            "",
            "client secret; exactly one of it, certificate + private-key, federated-token-file");
    private static final Key<Path> CERTIFICATE = Key.of(
            "certificate", FilePaths.CREDENTIAL, "", "PEM file of the certificate registered with the application");
    private static final Key<Path> PRIVATE_KEY =
            Key.of("private-key", FilePaths.CREDENTIAL, "", "PEM file (PKCS#8) of the certificate's private key");
    private static final Key<Path> FEDERATED_TOKEN_FILE = Key.of(
            "federated-token-file", FilePaths.CREDENTIAL, "", "file with a federated token, read anew at each sign-in");
    private static final Key<URI> LOGIN_URL = Key.of(
            "login-url",
            Addresses.BASE,
            "https://login.microsoftonline.com",
            "sign-in address; national clouds differ");
    private static final Key<URI> GRAPH_URL = Key.of(
            "graph-url", Addresses.GRAPH, "https://graph.microsoft.com", "address of Graph; national clouds differ");
    private static final Key<Entra.Read> READ =
            Key.of("read", Words.of(Entra.Read.class), "delta", "ask Entra for changes, or list everything each time");
    private static final Key<Integer> PAGE_SIZE = Key.of(
            "page-size",
            Numbers.between(1, 999),
            "999",
            "users and groups asked for per page where they are listed; in read: delta Graph decides");
    private static final Key<Boolean> ALLOW_HTTP =
            Key.of("allow-http", Words.TRUTH, "false", "allow http to other hosts than this one; for tests alone");

    static final List<Key<?>> KEYS = List.of(
            TENANT_ID,
            CLIENT_ID,
            CLIENT_SECRET,
            CERTIFICATE,
            PRIVATE_KEY,
            FEDERATED_TOKEN_FILE,
            LOGIN_URL,
            GRAPH_URL,
            READ,
            PAGE_SIZE,
            ALLOW_HTTP);

    private EntraReader() {}

    static Entra read(Section entra, boolean allowHttpEverywhere) {
        boolean allowHttp = entra.get(ALLOW_HTTP) || allowHttpEverywhere;
        checkCredentials(entra);
        return new Entra(
                Objects.requireNonNullElse(
                        entra.need(TENANT_ID, "give the Directory (tenant) ID of the app registration"), ""),
                Objects.requireNonNullElse(
                        entra.need(CLIENT_ID, "give the Application (client) ID of the app registration"), ""),
                entra.find(CLIENT_SECRET),
                entra.find(CERTIFICATE),
                entra.find(PRIVATE_KEY),
                entra.find(FEDERATED_TOKEN_FILE),
                PlainHttp.checked(entra, LOGIN_URL, entra.get(LOGIN_URL), allowHttp),
                PlainHttp.checked(entra, GRAPH_URL, entra.get(GRAPH_URL), allowHttp),
                entra.get(READ),
                entra.get(PAGE_SIZE),
                allowHttp,
                TransportReader.read(entra));
    }

    private static void checkCredentials(Section entra) {
        boolean certificate = entra.isGiven(CERTIFICATE) || entra.isGiven(PRIVATE_KEY);
        List<Key<?>> given = Stream.of(CLIENT_SECRET, CERTIFICATE, FEDERATED_TOKEN_FILE)
                .filter(key -> key == CERTIFICATE ? certificate : entra.isGiven(key))
                .<Key<?>>map(key -> key)
                .toList();
        if (given.isEmpty()) {
            entra.fault(
                    CLIENT_SECRET,
                    "is missing, and so is any other credential",
                    "give client-secret, or certificate and private-key, or federated-token-file");
        }
        if (given.size() > 1) {
            entra.fault(
                    given.get(1),
                    "is one credential too many: " + given.get(0).name() + " is given as well",
                    "keep one of client-secret, certificate with private-key, and federated-token-file");
        }
        if (certificate) {
            entra.need(CERTIFICATE, "give the certificate that belongs to private-key");
            entra.need(PRIVATE_KEY, "give the private key that belongs to certificate");
        }
    }
}
