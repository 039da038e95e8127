package dev.roster.settings.loading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.settings.Connection;
import dev.roster.settings.Settings;
import dev.roster.settings.Target;
import dev.roster.settings.UserManagement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each key that is no rule: its default, and a value of its own. */
class EveryKeyTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /**
     * A key with what it is read into.
     *
     * @param yaml a value other than the default
     * @param preset the default, as the text of what is read
     * @param read what {@code yaml} is read into, as text
     */
    record Case(String key, String yaml, String preset, String read, Function<Settings, ? extends Object> of) {
        @Override
        public String toString() {
            return key;
        }
    }

    static Stream<Case> plainKeys() {
        return Stream.of(
                top("routes-dir", "ways", "routes", "ways", Settings::routesDir),
                top("routes-allow", "[ftp, file]", "[]", "[ftp, file]", Settings::routesAllow),
                top("retention", "7d", "30", "7", Settings::retentionDays),
                top("allow-http", "true", "false", "true", s -> jira(s).allowHttp()),
                top(
                        "notify.webhook",
                        "https://hook.example.com/x?sig=1",
                        "null",
                        "https://hook.example.com/x?sig=1",
                        s -> String.valueOf(s.notifications().webhook())),
                top(
                        "notify.mail",
                        "[ops@example.com, jo@example.com]",
                        "[]",
                        "[ops@example.com, jo@example.com]",
                        s -> s.notifications().mail()),
                connection("enabled", "false", "true", "false", Connection::enabled),
                connection(
                        "entra.tenant-id", "t-2", "t-1", "t-2", c -> c.entra().tenantId()),
                connection(
                        "entra.client-id", "c-2", "c-1", "c-2", c -> c.entra().clientId()),
                connection(
                        "entra.client-secret",
                        "x+&y",
                        "s3cr3t",
                        "x+&y",
                        c -> Objects.requireNonNull(c.entra().clientSecret()).reveal()),
                connection(
                        "entra.login-url",
                        "https://login.microsoftonline.us/",
                        "https://login.microsoftonline.com",
                        "https://login.microsoftonline.us",
                        c -> c.entra().loginUrl()),
                connection(
                        "entra.graph-url",
                        "https://graph.microsoft.us",
                        "https://graph.microsoft.com",
                        "https://graph.microsoft.us",
                        c -> c.entra().graphUrl()),
                connection("entra.read", "list", "DELTA", "LIST", c -> c.entra().read()),
                connection(
                        "entra.page-size", "100", "999", "100", c -> c.entra().pageSize()),
                connection(
                        "entra.allow-http",
                        "true",
                        "false",
                        "true",
                        c -> c.entra().allowHttp()),
                connection(
                        "entra.proxy",
                        "http://proxy.example.com:3128",
                        "null",
                        "http://proxy.example.com:3128",
                        c -> String.valueOf(c.entra().transport().proxy())),
                connection(
                        "entra.ssl-bundle",
                        "company",
                        "null",
                        "company",
                        c -> String.valueOf(c.entra().transport().sslBundle())),
                connection(
                        "schedule.cron",
                        "0 0 * * * ?",
                        "0 0/15 * * * ?",
                        "0 0 * * * ?",
                        c -> String.valueOf(c.schedule().cron())),
                connection(
                        "schedule.reconcile-cron",
                        "0 0 4 * * ?",
                        "0 7 3 * * ?",
                        "0 0 4 * * ?",
                        c -> String.valueOf(c.schedule().reconcileCron())),
                connection(
                        "schedule.time-zone",
                        "Europe/Berlin",
                        "UTC",
                        "Europe/Berlin",
                        c -> c.schedule().timeZone()),
                target("product", "confluence", "jira", "confluence", Target::product),
                target(
                        "url",
                        "https://x.example.com/jira/",
                        "https://jira.example.com",
                        "https://x.example.com/jira",
                        Target::url),
                target(
                        "token",
                        "other",
                        "t0k3n",
                        "other",
                        t -> Objects.requireNonNull(t.token()).reveal()),
                target("default-project-lead", "boss", "null", "boss", t -> String.valueOf(t.defaultProjectLead())),
                target("default-component-lead", "boss", "null", "boss", t -> String.valueOf(t.defaultComponentLead())),
                target("max-in-flight", "9", "4", "9", Target::maxInFlight),
                target("max-requests-per-second", "20", "0", "20", Target::maxRequestsPerSecond),
                target(
                        "proxy",
                        "http://proxy.example.com:3128",
                        "null",
                        "http://proxy.example.com:3128",
                        t -> String.valueOf(t.transport().proxy())),
                target(
                        "ssl-bundle",
                        "company",
                        "null",
                        "company",
                        t -> String.valueOf(t.transport().sslBundle())),
                target("allow-http", "true", "false", "true", Target::allowHttp));
    }

    /** Keys that make sense with others only; they have tests of their own. */
    static final List<String> TESTED_APART = List.of(
            "connections.*.entra.certificate",
            "connections.*.entra.private-key",
            "connections.*.entra.federated-token-file",
            "connections.*.entra.proxy-username",
            "connections.*.entra.proxy-password",
            "connections.*.targets.*.proxy-username",
            "connections.*.targets.*.proxy-password",
            "connections.*.targets.*.username",
            "connections.*.targets.*.password",
            "connections.*.targets.*.user-management.application",
            "connections.*.targets.*.user-management.password",
            "access.*.password-hash",
            "access.*.roles",
            "users.username-replacement",
            "groups.rename-replacement",
            "groups.manual.*");

    @Test
    void everyKeyOfTheTableIsTestedHere() {
        List<String> tested = Stream.of(
                        plainKeys().map(each -> each.key()),
                        EveryRuleTest.rules().map(each -> each.key()),
                        TESTED_APART.stream())
                .flatMap(keys -> keys)
                .toList();
        assertThat(KeyTable.rows())
                .allSatisfy(row -> assertThat(tested)
                        .anySatisfy(key -> assertThat(row.pattern())
                                .satisfiesAnyOf(
                                        pattern -> assertThat(pattern).isEqualTo(key),
                                        pattern -> assertThat(pattern).isEqualTo("connections.*." + key),
                                        pattern -> assertThat(pattern).isEqualTo("connections.*.targets.*." + key))));
    }

    @ParameterizedTest
    @MethodSource("plainKeys")
    void aKeyHasItsDefaultUntilItIsSet(Case key) {
        assertThat(ValueText.of(key.of().apply(Given.yaml(folder, Given.LEAST).load())))
                .isEqualTo(key.preset());
    }

    @ParameterizedTest
    @MethodSource("plainKeys")
    void aKeyThatIsSetHasItsValue(Case key) {
        String file = Given.LEAST + "---\n" + ValueText.nested("roster." + literal(key.key()), key.yaml());
        assertThat(ValueText.of(key.of().apply(Given.yaml(folder, file).load())))
                .isEqualTo(key.read());
    }

    @Test
    void aCertificateHasItsKeyBesideIt() throws Exception {
        Path certificate = Files.writeString(folder.resolve("c.pem"), "c");
        Path key = Files.writeString(folder.resolve("k.pem"), "k");
        String file = Given.LEAST.replace(
                "client-secret: s3cr3t", "certificate: '" + certificate + "', private-key: '" + key + "'");
        Connection connection = Given.yaml(folder, file).connection();
        assertThat(connection.entra().clientSecret()).isNull();
        assertThat(connection.entra().certificate()).isEqualTo(certificate);
        assertThat(connection.entra().privateKey()).isEqualTo(key);
    }

    @Test
    void aFederatedTokenIsReadFromItsFile() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "x");
        String file = Given.LEAST.replace("client-secret: s3cr3t", "federated-token-file: '" + token + "'");
        assertThat(Given.yaml(folder, file).connection().entra().federatedTokenFile())
                .isEqualTo(token);
    }

    @Test
    void aTargetCanHaveUsernameAndPasswordInsteadOfAToken() {
        String file = Given.LEAST.replace("token: t0k3n", "username: 007, password: 0123");
        Target target = Given.yaml(folder, file).target();
        assertThat(target.token()).isNull();
        assertThat(target.username()).isEqualTo("007");
        assertThat(Objects.requireNonNull(target.password()).reveal()).isEqualTo("0123");
    }

    @Test
    void anApplicationCanListTheUsersOfAJira() {
        assertThat(Given.yaml(folder, Given.LEAST).target().userManagement()).isNull();
        String file = Given.LEAST.replace(
                "token: t0k3n", "token: t0k3n, user-management: {application: 007, password: '${APPLICATION}'}");
        UserManagement application = Objects.requireNonNull(Given.yaml(folder, file)
                .variable("APPLICATION", "0123")
                .target()
                .userManagement());
        assertThat(application.application()).isEqualTo("007");
        assertThat(application.password().reveal()).isEqualTo("0123");
        assertThat(application.toString()).doesNotContain("0123");
    }

    @Test
    void aProxyCanAskForAPassword() {
        String login = "proxy: 'http://p.example.com:3128', proxy-username: 007, proxy-password: 0123";
        Connection connection = Given.yaml(
                        folder,
                        Given.LEAST
                                .replace("token: t0k3n", "token: t0k3n, " + login)
                                .replace("client-secret: s3cr3t", "client-secret: s3cr3t, " + login))
                .connection();
        assertThat(List.of(
                        connection.entra().transport(),
                        connection.targets().get(0).transport()))
                .allSatisfy(way -> {
                    assertThat(way.proxyUsername()).isEqualTo("007");
                    assertThat(Objects.requireNonNull(way.proxyPassword()).reveal())
                            .isEqualTo("0123");
                });
    }

    @Test
    void furtherUsersHaveAHashAndRoles() {
        String hash = "$2y$10$" + "a".repeat(53);
        Settings settings = Given.yaml(folder, """
                        roster:
                          access:
                            Jo Doe: {password-hash: '%s', roles: [viewer, approver]}
                            bot: {password-hash: '{bcrypt}%s', roles: operator}
                        """.formatted(hash, hash)).load();
        assertThat(settings.access()).extracting(each -> each.name()).containsExactly("Jo Doe", "bot");
        assertThat(settings.access())
                .allSatisfy(each -> assertThat(each.passwordHash().reveal()).isEqualTo("{bcrypt}" + hash));
        assertThat(settings.access()).extracting(each -> each.roles().size()).containsExactly(2, 1);
    }

    @Test
    void noConnectionsAreNoFault() {
        assertThat(Given.yaml(folder, "roster:\n  connections:\n").load().connections())
                .isEmpty();
        assertThat(Given.yaml(folder, "spring.application.name: x\n").load().connections())
                .isEmpty();
    }

    @Test
    void anEmptyCronMeansByHandOnly() {
        String file = Given.LEAST + "---\n" + ValueText.nested("roster.connections.acme.schedule.cron", "");
        assertThat(Given.yaml(folder, file).connection().schedule().cron()).isNull();
    }

    private static Case top(
            String key, String yaml, String preset, String read, Function<Settings, ? extends Object> of) {
        return new Case(key, yaml, preset, read, of);
    }

    private static Case connection(
            String key, String yaml, String preset, String read, Function<Connection, ? extends Object> of) {
        return new Case(
                "connections.*." + key,
                yaml,
                preset,
                read,
                s -> of.apply(s.connections().get(0)));
    }

    private static Case target(
            String key, String yaml, String preset, String read, Function<Target, ? extends Object> of) {
        return new Case("connections.*.targets.*." + key, yaml, preset, read, s -> of.apply(jira(s)));
    }

    private static Target jira(Settings settings) {
        return jiraOf(settings.connections().get(0));
    }

    private static Target jiraOf(Connection connection) {
        return connection.targets().get(0);
    }

    private static String literal(String pattern) {
        return pattern.replace("connections.*", "connections.acme").replace("targets.*", "targets.jira");
    }
}
