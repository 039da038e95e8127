package dev.roster.settings.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.roster.settings.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of fault is found, stands at its key, and says what is wrong and how to mend it. */
class FaultsTest {
    private static final String ACME = "roster.connections.acme.";
    private static final String JIRA = ACME + "targets.jira.";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /**
     * What is written, and the one fault that is expected.
     *
     * @param key below roster
     * @param mend a part of it
     */
    record Case(String key, String yaml, String problem, String mend) {
        @Override
        public String toString() {
            return key + ": " + yaml;
        }
    }

    static Stream<Case> wrongValues() {
        return Stream.of(
                new Case(ACME + "enabled", "maybe", "'maybe' is not one of the words allowed here", "true, false"),
                new Case(ACME + "enabled", "[true]", "takes one value, not a list", "true or false"),
                new Case(ACME + "enabled", "", "is empty", "the default is true"),
                new Case(ACME + "entra.tenant-id", "common", "'common' names no single tenant", "tenant"),
                new Case(ACME + "entra.tenant-id", "a/b", "'a/b' has characters that cannot be in it", "tenant"),
                new Case(ACME + "entra.read", "deltas", "'deltas' is not one of the words", "delta, list"),
                new Case(ACME + "entra.page-size", "1000", "'1000' is out of range", "1 to 999"),
                new Case(ACME + "entra.page-size", "ten", "'ten' is not a whole number", "1 to 999"),
                new Case(ACME + "entra.login-url", "login.example.com", "does not begin with https://", "https://"),
                new Case(
                        ACME + "entra.login-url",
                        "http://login.example.com",
                        "plain http to another host",
                        "allow-http"),
                new Case(ACME + "entra.graph-url", "https://graph.microsoft.com/v1.0", "ends with a version", "/v1.0"),
                new Case(ACME + "schedule.cron", "0 0/15 * * *", "is not a cron expression", "Quartz"),
                new Case(ACME + "schedule.cron", "0 0 0 1 1 1", "is not a cron expression", "Quartz"),
                new Case(ACME + "schedule.reconcile-cron", "daily", "is not a cron expression", "Quartz"),
                new Case(ACME + "schedule.time-zone", "Berlin", "'Berlin' is not a time zone", "Europe/Berlin"),
                new Case(ACME + "scope.include-users", "['(a']", "'(a' is not a regular expression", "correct"),
                new Case(ACME + "scope.groups", "['']", "is an empty entry of the list", "remove it"),
                new Case(ACME + "scope.groups", "[{a: b}]", "takes plain values in its list", "list: text"),
                new Case(ACME + "users.username", "[]", "is empty", "onPremisesSamAccountName"),
                new Case(ACME + "users.username", "[a b]", "has characters that cannot be in it", "mailNickname"),
                new Case(ACME + "users.username-pattern", "'*x'", "is not a regular expression", "correct"),
                new Case(ACME + "users.username-replacement", "x", "has no effect without username-pattern", "both"),
                new Case(ACME + "users.match", "[upn]", "'upn' is not one of", "entra-id, username, email"),
                new Case(ACME + "users.rename", "maybe", "is not one of", "true, false, together"),
                new Case(
                        ACME + "users.when-deleted",
                        "erase",
                        "is not one of",
                        "keep, remove-groups, deactivate, delete"),
                new Case(ACME + "users.existing", "join", "is not one of", "approve, adopt, skip"),
                new Case(ACME + "users", "all", "takes keys below it, not a value", "below it"),
                new Case(ACME + "users", "[create]", "takes keys below it, not a list", "below it"),
                new Case(ACME + "users.create", "{x: y}", "takes a value, no keys below it", "true or false"),
                new Case(ACME + "groups.mapping", "auto", "is not one of", "on-the-fly, manual, off"),
                new Case(ACME + "groups.kinds", "[office]", "is not one of", "security, microsoft-365, distribution"),
                new Case(ACME + "groups.existing", "adopt", "is not one of", "approve, join, skip"),
                new Case(ACME + "groups.membership", "all", "is not one of", "additive, managed, exact"),
                new Case(ACME + "groups.name-case", "upper", "is not one of", "lower, keep"),
                new Case(ACME + "groups.delete", "keep", "is not one of", "true, false"),
                new Case(ACME + "limits.leavers", "few", "is neither a count nor a share", "a share (20%)"),
                new Case(ACME + "limits.leavers", "120%", "is more than everything", "100%"),
                new Case(ACME + "limits.leavers", "1.5", "is not a whole count", "a count (50)"),
                new Case(ACME + "limits.at-least", "-1", "is out of range", "0 or more"),
                new Case(JIRA + "product", "jria", "'jria' is no product", "did you mean jira?"),
                new Case(JIRA + "url", "http://jira.example.com", "plain http to another host", "use https"),
                new Case(JIRA + "url", "https://jira.example.com/?a=b", "has a query", "without it"),
                new Case(JIRA + "url", "'https://jira.example.com/#x'", "has a fragment", "without it"),
                new Case(JIRA + "url", "https://me:hidden1@jira.example.com", "has a user or password", "own keys"),
                new Case(JIRA + "url", "https://my_host", "has no valid host name", "https://host"),
                new Case(JIRA + "url", "'https://a b'", "is not an address", "https://host"),
                new Case(JIRA + "token", "", "is missing, and so are username and password", "personal access token"),
                new Case(JIRA + "token", "\"hidden1\\n\"", "has a line break", "without a line break"),
                new Case(JIRA + "max-in-flight", "0", "is out of range", "1 to 100"),
                new Case(JIRA + "proxy-username", "me", "has no effect without proxy", "address"),
                new Case(JIRA + "proxy", "https://me:hidden1@p.example.com:1", "has a user or password", "own keys"),
                new Case(JIRA + "users.create", "perhaps", "is not one of", "true, false"),
                new Case("roster.retention", "soon", "is not a duration", "30d"),
                new Case("roster.retention", "12h", "is out of range", "30d"),
                new Case("roster.routes-allow", "['a:b']", "has characters", "Camel component"),
                new Case("roster.notify.webhook", "http://hook.example.com/hidden1", "plain http", "https"),
                new Case("roster.notify.mail", "me", "has characters", "mail address"),
                new Case("roster.connections", "[acme]", "takes keys below it, not a list", "below it"));
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void aWrongValueIsOneFaultAtItsKey(Case wrong) {
        String file = Given.LEAST + "---\n" + ValueText.nested(wrong.key(), wrong.yaml());
        List<Fault> faults = Given.yaml(folder, file).faults();
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).key()).isEqualTo(wrong.key());
        assertThat(faults.get(0).problem()).contains(wrong.problem());
        assertThat(faults.get(0).mend()).contains(wrong.mend());
        assertThat(faults.get(0).where()).matches(".*application\\.yaml:\\d+");
        assertThat(faults.toString()).doesNotContain("hidden1", "s3cr3t", "t0k3n");
    }

    static Stream<Case> unknownKeys() {
        return Stream.of(
                new Case("roster.retension", "7d", "", "did you mean retention?"),
                new Case("roster.connection.acme.enabled", "true", "", "did you mean connections?"),
                new Case(ACME + "entra.tennant-id", "x", "", "did you mean tenant-id?"),
                new Case(ACME + "tenant-id", "x", "", "did you mean roster.connections.acme.entra.tenant-id?"),
                new Case(ACME + "token", "x", "", "did you mean roster.connections.acme.targets.<name>.token?"),
                new Case(ACME + "scop.guests", "true", "", "did you mean scope?"),
                new Case(ACME + "target.jira.users.create", "true", "", "did you mean targets?"),
                new Case(ACME + "users.banana", "1", "", "use one of: username, username-pattern"),
                new Case(ACME + "groups.default-groups.all", "x", "", "use one of: all-users, new-users"),
                new Case(JIRA + "schedule.cron", "''", "", "use one of: product, url"),
                new Case(JIRA + "limits.leaver", "1", "", "did you mean leavers?"));
    }

    @ParameterizedTest
    @MethodSource("unknownKeys")
    void anUnknownKeyIsNamedWithTheNearestKnownOne(Case unknown) {
        String file = Given.LEAST + "---\n" + ValueText.nested(unknown.key(), unknown.yaml());
        assertUnknown(Given.yaml(folder, file).faults(), unknown);
    }

    @ParameterizedTest
    @MethodSource("unknownKeys")
    void anUnknownKeyOnTheCommandLineIsNamedAsWell(Case unknown) {
        Given given = Given.yaml(folder, Given.LEAST).arguments("--" + unknown.key() + "=" + unknown.yaml());
        assertUnknown(given.faults(), unknown);
    }

    private static void assertUnknown(List<Fault> faults, Case unknown) {
        assertThat(faults).hasSize(1);
        assertThat(unknown.key()).startsWith(faults.get(0).key());
        assertThat(faults.get(0).problem()).isEqualTo("is no key that Roster knows");
        assertThat(faults.get(0).mend()).contains(unknown.mend());
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        List<Fault> faults = Given.yaml(folder, "roster: {connections: {acme: {enabled: false, targets: {wiki: }}}}")
                .faults();
        assertThat(faults)
                .extracting(Fault::key)
                .containsExactlyInAnyOrder(
                        ACME + "entra.tenant-id",
                        ACME + "entra.client-id",
                        ACME + "entra.client-secret",
                        ACME + "targets.wiki.product",
                        ACME + "targets.wiki.url",
                        ACME + "targets.wiki.token");
        assertThat(faults).allSatisfy(fault -> assertThat(fault.problem()).startsWith("is missing"));
        assertThat(faults).allSatisfy(fault -> assertThat(fault.where()).isNull());
    }

    @Test
    void bitbucketNeedsUsernameAndPassword() {
        String bitbucket = Given.LEAST.replace("product: jira", "product: bitbucket");
        assertThat(Given.yaml(folder, bitbucket.replace("token: t0k3n", "max-in-flight: 2"))
                        .faults())
                .extracting(Fault::key)
                .containsExactlyInAnyOrder(JIRA + "username", JIRA + "password");
        assertThat(Given.yaml(folder, bitbucket).faults())
                .extracting(Fault::problem)
                .containsExactly("does not do for bitbucket");
        assertThat(Given.yaml(folder, bitbucket.replace("token: t0k3n", "username: a, password: b"))
                        .faults())
                .isEmpty();
    }

    /** What is written in place of nothing, and the one fault. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jira       | application: roster                    | password    | is missing              | neither
            jira       | 'application: roster, password: '      | password    | is missing              | neither
            jira       | password: hidden1                      | application | is missing              | neither
            jira       | 'application: a, password: "hidden1\\n"' | password    | has a line break        | alone
            jira       | application: a, password: hidden1, x: y | x           | is no key               | application
            confluence | application: a                         | application | has no meaning for conf | for Jira
            confluence | password: hidden1                      | password    | has no meaning for conf | for Jira
            """)
    void anApplicationOfAJiraHasANameAndAPassword(
            String product, String yaml, String key, String problem, String mend) {
        String file = Given.LEAST
                .replace("product: jira", "product: " + product)
                .replace("token: t0k3n", "token: t0k3n, user-management: {" + yaml + "}");
        List<Fault> faults = Given.yaml(folder, file).faults();
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(JIRA + "user-management." + key).startsWith(fault.key());
            assertThat(fault.problem()).contains(problem);
            assertThat(fault.mend()).contains(mend);
        });
        assertThat(faults.toString()).doesNotContain("hidden1");
    }

    @Test
    void twoCredentialsAreOneTooMany() {
        String entra = Given.LEAST.replace("client-secret:", "federated-token-file: pom.xml, client-secret:");
        assertThat(Given.yaml(folder, entra).faults())
                .extracting(Fault::problem)
                .containsExactly("is one credential too many: client-secret is given as well");
        String target = Given.LEAST.replace("token:", "username: me, password: x, token:");
        assertThat(Given.yaml(folder, target).faults()).extracting(Fault::key).containsExactly(JIRA + "token");
    }

    @Test
    void aCertificateNeedsItsKeyAndBothAreFiles() {
        String only = Given.LEAST.replace("client-secret: s3cr3t", "certificate: pom.xml");
        assertThat(Given.yaml(folder, only).faults())
                .extracting(Fault::key)
                .containsExactly(ACME + "entra.private-key");
        String absent = Given.LEAST.replace("client-secret: s3cr3t", "certificate: pom.xml, private-key: not-there");
        assertThat(Given.yaml(folder, absent).faults())
                .extracting(Fault::problem)
                .containsExactly("the value leads to no file");
        String pasted = Given.LEAST.replace(
                "client-secret: s3cr3t", "certificate: pom.xml, private-key: '-----BEGIN KEY----- hidden1'");
        assertThat(Given.yaml(folder, pasted).faults().toString())
                .contains("is the content of a PEM file")
                .doesNotContain("hidden1");
    }

    @Test
    void aVariableThatIsNotSetIsNamed() {
        String file = Given.LEAST.replace("s3cr3t", "'${ACME_CLIENT_SECRET}'").replace("t0k3n", "'${jira.token}'");
        assertThat(Given.yaml(folder, file).faults())
                .extracting(Fault::key, Fault::problem)
                .containsExactlyInAnyOrder(
                        tuple(ACME + "entra.client-secret", "the environment variable ACME_CLIENT_SECRET is not set"),
                        tuple(JIRA + "token", "the property jira.token is not set"));
        Given given = Given.yaml(folder, file)
                .variable("ACME_CLIENT_SECRET", "from-outside")
                .arguments("--jira.token=x");
        assertThat(given.connection().entra().clientSecret()).isNotNull();
    }

    @Test
    void aSecretThatLooksLikeAPlaceholderIsNotShown() {
        String file = Given.LEAST.replace("s3cr3t", "'abc${hidden1}def'").replace("t0k3n", "'${TOKEN}'");
        List<Fault> faults =
                Given.yaml(folder, file).variable("TOKEN", "x${hidden2}y").faults();
        assertThat(faults).hasSize(2);
        assertThat(faults.toString()).contains("\\${").doesNotContain("hidden");
    }

    @Test
    void aFaultShowsAPlaceholderAsWrittenNotWhatItStandsFor() {
        String file = Given.LEAST + "---\n" + ValueText.nested(ACME + "limits.leavers", "${PUT_IN_THE_WRONG_PLACE}");
        assertThat(Given.yaml(folder, file)
                        .variable("PUT_IN_THE_WRONG_PLACE", "hidden1")
                        .faults()
                        .toString())
                .contains("'${PUT_IN_THE_WRONG_PLACE}' is neither")
                .doesNotContain("hidden1");
    }

    @ParameterizedTest
    @MethodSource("loopback")
    void plainHttpToThisHostIsNoFault(String url) {
        assertThat(Given.yaml(folder, Given.LEAST.replace("https://jira.example.com", "'" + url + "'"))
                        .faults())
                .isEmpty();
    }

    static Stream<String> loopback() {
        return Stream.of("http://localhost:2990/jira", "http://127.0.0.1", "http://127.8.9.10:1", "http://[::1]:8080");
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void aHostThatOnlyLooksLikeThisOneIsAnotherHost(String url) {
        assertThat(Given.yaml(folder, Given.LEAST.replace("https://jira.example.com", "'" + url + "'"))
                        .faults())
                .hasSize(1);
    }

    static Stream<String> elsewhere() {
        return Stream.of(
                "http://localhost.example.com",
                "http://127.0.0.1.example.com",
                "http://[::2]",
                "http://[fe80::1]",
                "http://10.0.0.1",
                "HTTP://jira.example.com");
    }

    @Test
    void plainHttpCanBeAllowedForOnePlaceOrForAll() {
        String http = Given.LEAST.replace("https://jira", "http://jira");
        assertThat(Given.yaml(folder, http.replace("token:", "allow-http: true, token:"))
                        .target()
                        .allowHttp())
                .isTrue();
        assertThat(Given.yaml(folder, http + "  allow-http: true\n").target().allowHttp())
                .isTrue();
        assertThat(Given.yaml(folder, http.replace("client-secret", "allow-http: true, client-secret"))
                        .faults())
                .hasSize(1);
    }

    @Test
    void aReplacementRefersToGroupsThatThePatternHas() {
        for (String wrong : List.of("$2", "${name}", "x$", "\\\\")) {
            String file = Given.LEAST
                    + "---\n"
                    + ValueText.nested(
                            ACME + "users",
                            "{username-pattern: '(a)|b', username-replacement: '" + escaped(wrong) + "'}");
            assertThat(Given.yaml(folder, file).faults())
                    .as(wrong)
                    .extracting(Fault::problem)
                    .containsExactly("does not fit username-pattern");
        }
    }

    private static String escaped(String replacement) {
        return replacement.replace("${", "\\${").replace("\\\\", "\\");
    }

    @Test
    void aFaultOfTheConnectionIsNotRepeatedForEachTarget() {
        String file = Given.LEAST
                + "      wiki: {product: confluence, url: https://w.example.com, token: x}\n".indent(2)
                + "---\n"
                + ValueText.nested(ACME + "users.create", "perhaps");
        assertThat(Given.yaml(folder, file).faults()).hasSize(1);
    }

    @Test
    void aKeyThatIsGivenTwiceInOneFileIsAFault() {
        String file = Given.LEAST.replace("tenant-id: t-1", "tenant-id: t-1, tenantId: t-2");
        assertThat(Given.yaml(folder, file).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).startsWith("is given twice"));
    }

    @Test
    void furtherUsersAreChecked() {
        String file = """
                roster:
                  access:
                    user: {password-hash: '{noop}hidden1', roles: [owner]}
                    'a:b': {roles: []}
                """;
        List<Fault> faults = Given.yaml(folder, file).faults();
        assertThat(faults.toString())
                .contains("standard user", "is not a password hash", "viewer, operator, approver", "HTTP Basic")
                .contains("roster.access.a:b.password-hash", "roster.access.a:b.roles")
                .doesNotContain("hidden1");
    }

    @Test
    void aNameCannotFakeALineOfTheList() {
        String file = "roster: {connections: {\"a\\n1. all is well\": {enabled: x}}}";
        assertThat(Given.yaml(folder, file).faults())
                .allSatisfy(fault -> assertThat(fault.key()).doesNotContain("\n"));
    }
}
