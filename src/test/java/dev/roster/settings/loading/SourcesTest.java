package dev.roster.settings.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.roster.settings.Connection;
import dev.roster.settings.Fault;
import dev.roster.settings.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every source that Spring knows can give any key, and the stronger source wins. */
class SourcesTest {
    private static final String ODD =
            Given.LEAST.replace("acme:", "Acme Corp.:").replace("jira:", "Jira/1:");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void theCommandLineIsStrongerThanVariablesAndTheseThanTheFile() {
        Given given = Given.yaml(folder, Given.LEAST)
                .variable("ROSTER_CONNECTIONS_ACME_ENTRA_CLIENTID", "from-variable")
                .variable("ROSTER_CONNECTIONS_ACME_ENTRA_TENANTID", "from-variable")
                .arguments("--roster.connections.acme.entra.tenant-id=from-arguments");
        assertThat(given.connection().entra().tenantId()).isEqualTo("from-arguments");
        assertThat(given.connection().entra().clientId()).isEqualTo("from-variable");
    }

    @Test
    void aVariableMayPartTheWordsOfAKey() {
        Given given = Given.yaml(folder, Given.LEAST)
                .variable("ROSTER_CONNECTIONS_ACME_ENTRA_CLIENT_SECRET", "a")
                .variable("ROSTER_CONNECTIONS_ACME_TARGETS_JIRA_MAXINFLIGHT", "7")
                .variable("ROSTER_CONNECTIONS_ACME_GROUPS_DEFAULT_GROUPS_ALL_USERS", "x, y")
                .variable("ROSTER_ROUTES_DIR", "ways");
        assertThat(Objects.requireNonNull(given.connection().entra().clientSecret())
                        .reveal())
                .isEqualTo("a");
        assertThat(given.target().maxInFlight()).isEqualTo(7);
        assertThat(given.connection().groups().defaultGroupsForAll()).containsExactly("x", "y");
        assertThat(given.load().routesDir()).hasToString("ways");
    }

    @Test
    void aVariableFindsNamesThatItCannotSpell() {
        Given given = Given.yaml(
                        folder,
                        ODD + "---\n"
                                + "roster: {connections: {Acme Corp.: {groups: {manual: {Jira Users: [a], Lab: b}}}}}")
                .variable("ROSTER_CONNECTIONS_ACME_CORP_TARGETS_JIRA1_TOKEN", "new")
                .variable("ROSTER_CONNECTIONS_ACMECORP_GROUPS_MANUAL_JIRA_USERS_0", "c")
                .variable("ROSTER_CONNECTIONS_ACMECORP_TARGETS_JIRA_1_GROUPS_MANUAL_LAB", "d,e");
        assertThat(given.load().connections()).extracting(Connection::name).containsExactly("Acme Corp.");
        assertThat(Objects.requireNonNull(given.target().token()).reveal()).isEqualTo("new");
        assertThat(given.connection().groups().manual())
                .isEqualTo(Map.of("Jira Users", List.of("c"), "Lab", List.of("b")));
        assertThat(given.target().groups().manual())
                .isEqualTo(Map.of("Jira Users", List.of("c"), "Lab", List.of("d", "e")));
    }

    @Test
    void aVariableThatCanMeanTwoNamesIsAFault() {
        String two = "roster:\n  connections:\n"
                + "    a.b: {entra: {tenant-id: t, client-id: c, client-secret: s}}\n"
                + "    a-b: {entra: {tenant-id: t, client-id: c, client-secret: s}}\n";
        List<Fault> faults = Given.yaml(folder, two)
                .variable("ROSTER_CONNECTIONS_A_B_ENABLED", "false")
                .faults();
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.where()).isEqualTo("environment variable ROSTER_CONNECTIONS_A_B_ENABLED");
            assertThat(fault.problem()).contains("only one of the keys that this variable can mean");
        });
    }

    @Test
    void variablesAloneCanMakeAConnection() {
        Given given = Given.yaml(folder, "roster:\n")
                .variable("ROSTER_CONNECTIONS_ACME_ENTRA_TENANTID", "t")
                .variable("ROSTER_CONNECTIONS_ACME_ENTRA_CLIENT_ID", "c")
                .variable("ROSTER_CONNECTIONS_ACME_ENTRA_CLIENTSECRET", "s")
                .variable("ROSTER_CONNECTIONS_ACME_TARGETS_WIKI_PRODUCT", "confluence")
                .variable("ROSTER_CONNECTIONS_ACME_TARGETS_WIKI_URL", "https://wiki.example.com")
                .variable("ROSTER_CONNECTIONS_ACME_TARGETS_WIKI_TOKEN", "t");
        assertThat(given.connection().name()).isEqualTo("acme");
        assertThat(given.target().name()).isEqualTo("wiki");
    }

    @Test
    void aVariableForAnUnknownKeyOfAConnectionIsAFault() {
        assertThat(Given.yaml(folder, Given.LEAST)
                        .variable("ROSTER_CONNECTIONS_ACME_ENTRA_TENANT", "hidden1")
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString())
                        .contains("ROSTER_CONNECTIONS_ACME_ENTRA_TENANT")
                        .doesNotContain("hidden1"));
    }

    @Test
    void variablesThatKubernetesSetsForAServiceCalledRosterAreNoFaults() {
        assertThat(Given.yaml(folder, Given.LEAST)
                        .variable("ROSTER_SERVICE_HOST", "10.0.0.1")
                        .variable("ROSTER_PORT", "tcp://10.0.0.1:8080")
                        .variable("ROSTER_PORT_8080_TCP_ADDR", "10.0.0.1")
                        .faults())
                .isEmpty();
    }

    @Test
    void theCommandLineNamesAConnectionLiterally() {
        Given given = Given.yaml(folder, ODD)
                .arguments(
                        "--roster.connections.Acme Corp..schedule.cron=0 0 1 * * ?",
                        "--roster.connections[Acme Corp.].entra.readMode=list",
                        "--roster.connections.Acme Corp..targets.Jira/1.users.create=false",
                        "--roster.connections.Acme Corp..groups.manual.Jira.Users=a,b",
                        "--roster.connections.Acme Corp..groups.include[0]=x,y",
                        "--roster.connections.Acme Corp..groups.include[1]=z");
        assertThat(given.faults())
                .extracting(Fault::key)
                .containsExactly("roster.connections.Acme Corp..entra.readMode");
        given.arguments(
                "--roster.connections.Acme Corp..schedule.cron=0 0 1 * * ?",
                "--roster.connections[Acme Corp.].entra.read=list",
                "--roster.connections.Acme Corp..targets.Jira/1.users.create=false",
                "--roster.connections.Acme Corp..groups.manual.Jira.Users=a,b",
                "--roster.connections.Acme Corp..groups.include[0]=x,y",
                "--roster.connections.Acme Corp..groups.include[1]=z");
        Connection connection = given.connection();
        assertThat(connection.schedule().cron()).isEqualTo("0 0 1 * * ?");
        assertThat(connection.entra().read()).hasToString("LIST");
        assertThat(connection.targets().get(0).users().create()).isFalse();
        assertThat(connection.groups().manual()).isEqualTo(Map.of("Jira.Users", List.of("a", "b")));
        assertThat(connection.groups().include()).extracting(Object::toString).containsExactly("x,y", "z");
    }

    @Test
    void anUnknownKeyOfANewConnectionIsNotTakenForItsName() {
        assertThat(Given.yaml(folder, Given.LEAST)
                        .arguments("--roster.connections.new.entra.tenant=t", "--roster.connections.new.users=all")
                        .faults())
                .extracting(Fault::key, Fault::problem)
                .contains(
                        tuple("roster.connections.new.entra.tenant", "is no key that Roster knows"),
                        tuple("roster.connections.new.users", "takes keys below it, not a value"));
    }

    @Test
    void theCommandLineAloneCanMakeAConnectionWithADotInItsName() {
        Given given = Given.yaml(folder, "roster:\n")
                .arguments(
                        "--roster.connections.acme.corp.entra.tenant-id=t",
                        "--roster.connections.acme.corp.entra.client-id=c",
                        "--roster.connections.acme.corp.entra.client-secret=s",
                        "--roster.connections.acme.corp.users.create=false",
                        "--roster.connections.acme.entra.tenant-id=t",
                        "--roster.connections.acme.entra.client-id=c",
                        "--roster.connections.acme.entra.client-secret=s");
        assertThat(given.load().connections())
                .extracting(Connection::name)
                .containsExactlyInAnyOrder("acme", "acme.corp");
        assertThat(given.load().connection("acme.corp").orElseThrow().users().create())
                .isFalse();
    }

    @Test
    void relaxedFormsOfAKeyAreTheKey() {
        Given given = Given.yaml(
                        folder, Given.LEAST.replace("tenant-id", "tenantId").replace("client-id", "client_id"))
                .arguments("--roster.connections.acme.entra.pageSize=5", "--roster.routesDir=ways");
        assertThat(given.connection().entra().tenantId()).isEqualTo("t-1");
        assertThat(given.connection().entra().pageSize()).isEqualTo(5);
        assertThat(given.load().routesDir()).hasToString("ways");
    }

    @Test
    void keysMayBeWrittenWithDots() {
        String file = "roster.retention: 7d\nroster.connections.acme.entra: {tenant-id: t}\n"
                + "roster:\n  connections.acme:\n    entra.client-id: c\n    entra: {client-secret: s}\n";
        Given given = Given.yaml(folder, file);
        assertThat(given.load().retentionDays()).isEqualTo(7);
        assertThat(given.connection().entra().clientId()).isEqualTo("c");
    }

    @Test
    void aStrongerListReplacesAndAnEmptyOneEmpties() {
        String file = Given.LEAST + "---\nroster: {connections: {acme: {scope: {groups: [a, b], include-users: [x]}}}}";
        String stronger = file + "\n---\nroster: {connections: {acme: {scope: {groups: [c], include-users: []}}}}";
        Connection connection = Given.yaml(folder, stronger).connection();
        assertThat(connection.scope().groups()).containsExactly("c");
        assertThat(connection.scope().includeUsers()).isEmpty();
        Given given = Given.yaml(folder, file).variable("ROSTER_CONNECTIONS_ACME_SCOPE_GROUPS_0", "d");
        assertThat(given.connection().scope().groups()).containsExactly("d");
        given.arguments("--roster.connections.acme.scope.groups=");
        assertThat(given.connection().scope().groups()).isEmpty();
    }

    @Test
    void aListWithGapsIsAFault() {
        assertThat(Given.yaml(folder, Given.LEAST)
                        .arguments("--roster.connections.acme.scope.groups[1]=x")
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).contains("gaps"));
    }

    @Test
    void aCommaInsideOfBracketsDoesNotPart() {
        Connection connection = Given.yaml(folder, Given.LEAST)
                .arguments("--roster.connections.acme.groups.include=a{1,3}, (b|c,d), [x,y].*")
                .connection();
        assertThat(connection.groups().include())
                .extracting(Object::toString)
                .containsExactly("a{1,3}", "(b|c,d)", "[x,y].*");
    }

    @Test
    void aProfileAndAFurtherLocationAreStrongerThanTheMainFile() {
        Given given = Given.in(folder)
                .file("application.yaml", Given.LEAST)
                .file(
                        "application-prod.yaml",
                        "roster: {connections: {acme: {entra: {tenant-id: prod, client-id: prod}}}}")
                .file(
                        "more/extra.yaml",
                        "roster: {connections: {acme: {entra: {client-id: more}}, Two.2: {enabled: x}}}")
                .arguments(
                        "--spring.profiles.active=prod",
                        "--spring.config.additional-location="
                                + folder.resolve("more/extra.yaml").toUri());
        List<Fault> faults = given.faults();
        assertThat(faults)
                .filteredOn(fault -> fault.where() != null)
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.key()).isEqualTo("roster.connections.Two.2.enabled");
                    assertThat(fault.where()).endsWith("extra.yaml:1");
                });
        given.file("more/extra.yaml", "roster: {connections: {acme: {entra: {client-id: more}}}}");
        assertThat(given.connection().entra().tenantId()).isEqualTo("prod");
        assertThat(given.connection().entra().clientId()).isEqualTo("more");
    }

    @Test
    void secretsMayLieInFilesOfATree() {
        Given given = Given.in(folder)
                .file(
                        "application.yaml",
                        Given.LEAST.replace("t0k3n", "'${JIRA_TOKEN}'") + "spring.config.import: 'configtree:" + folder
                                + "/secrets/'\n")
                .file("secrets/JIRA_TOKEN", "from-tree\n")
                .file("secrets/roster/connections/acme/entra/client-secret", "tree-secret\n");
        Target target = given.target();
        assertThat(Objects.requireNonNull(target.token()).reveal()).isEqualTo("from-tree");
        assertThat(Objects.requireNonNull(given.connection().entra().clientSecret())
                        .reveal())
                .isEqualTo("tree-secret");
    }

    @Test
    void anchorsAndMergedMapsAreReadWithTheirOwnNames() {
        Given given = Given.yaml(folder, """
                x: &entra {tenant-id: t, client-id: c, client-secret: s}
                roster:
                  connections:
                    A.1: {entra: &e {<<: *entra, read: list}}
                    B.2: {entra: {<<: *e, page-size: 5}, scope: {groups: &g [x, y]}, groups: {default-groups: {all-users: *g}}}
                """);
        assertThat(given.load().connections()).extracting(Connection::name).containsExactly("A.1", "B.2");
        Connection second = given.load().connections().get(1);
        assertThat(second.entra().pageSize()).isEqualTo(5);
        assertThat(second.entra().read()).hasToString("LIST");
        assertThat(second.scope().groups()).isEqualTo(second.groups().defaultGroupsForAll());
    }

    @Test
    void confluenceHasLowerCaseGroupsUnlessItsTargetSaysOtherwise() {
        String wiki = Given.LEAST.replace("product: jira", "product: confluence");
        assertThat(Given.yaml(folder, wiki).target().groups().nameCase()).hasToString("LOWER");
        String everywhere = wiki + "---\n" + ValueText.nested("roster.connections.acme.groups.name-case", "keep");
        assertThat(Given.yaml(folder, everywhere).target().groups().nameCase()).hasToString("LOWER");
        String here =
                wiki + "---\n" + ValueText.nested("roster.connections.acme.targets.jira.groups.name-case", "keep");
        assertThat(Given.yaml(folder, here).target().groups().nameCase()).hasToString("KEEP");
    }
}
