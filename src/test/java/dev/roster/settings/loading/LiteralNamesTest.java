package dev.roster.settings.loading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.settings.Connection;
import dev.roster.settings.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of connections, targets and Entra groups are taken as they are written. */
class LiteralNamesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme Corp",
                "acme.corp",
                "a/b\\c",
                "München",
                "東京",
                "[EU] Ops",
                "Ops [EU]",
                "[EU]",
                "Group [0]",
                "Group[0]",
                "007",
                "2024",
                "1.50",
                "no",
                "True",
                "~",
                "null",
                "a.users.create",
                "a.targets.b",
                "entra.tenant-id",
                "a.groups.manual.b.entra.tenant-id",
                "R&D: \"x\" # y",
                "tenant-id",
                "${HOME}",
                "x,y",
                "-",
                "..",
                "'",
                "jira-software-users",
                "Jira_Users",
                "1e3",
                "12:30:45",
                "groups.manual.x[0]",
                "😀"
            })
    void aNameIsKeptWhateverItLooksLike(String name) {
        Connection connection =
                Given.yaml(folder, named(name, LiteralNamesTest::quoted)).connection();
        assertNames(connection, name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme Corp",
                "acme.corp",
                "007",
                "2024",
                "1.50",
                "no",
                "True",
                "on",
                "1e3",
                "12:30:45",
                "München",
                "a/b"
            })
    void itNeedsNoQuotes(String name) {
        assertNames(Given.yaml(folder, named(name, each -> each)).connection(), name);
    }

    private static void assertNames(Connection connection, String name) {
        assertThat(connection.name()).isEqualTo(name);
        assertThat(connection.id()).matches("[a-z0-9-]+");
        assertThat(connection.targets()).extracting(each -> each.name()).containsExactly(name);
        assertThat(connection.targets().get(0).id()).matches("[a-z0-9.-]+");
        assertThat(connection.groups().manual()).isEqualTo(Map.of(name, List.of("a", "b"), name + "2", List.of("c")));
        assertThat(connection.targets().get(0).groups().manual())
                .isEqualTo(Map.of(name, List.of("d"), name + "2", List.of("c")));
    }

    private static String named(String name, UnaryOperator<String> written) {
        return """
                roster:
                  connections:
                    %1$s:
                      entra: {tenant-id: t, client-id: c, client-secret: s}
                      groups:
                        manual:
                          %1$s: [a, b]
                          %2$s: c
                      targets:
                        %1$s:
                          product: jira
                          url: https://jira.example.com
                          token: t
                          groups:
                            manual:
                              %1$s:
                                - d
                """.formatted(written.apply(name), written.apply(name + "2"));
    }

    private static String quoted(String name) {
        return "'" + name.replace("'", "''") + "'";
    }

    @Test
    void namesOfAnyCharactersAreKept() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            String name = randomName(random);
            Connection connection =
                    Given.yaml(folder, named(name, LiteralNamesTest::quoted)).connection();
            assertThat(connection.name()).as("seed %d", seed).isEqualTo(name);
            assertNames(connection, name);
        }
    }

    private static String randomName(Random random) {
        String alphabet = "abcXYZ0189 ._-[]{}():,;#&*!|>%@`\"'/\\$=+?äßЖ中";
        StringBuilder name = new StringBuilder("n");
        for (int i = random.nextInt(12); i >= 0; i--) {
            name.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return name.append('n').toString();
    }

    @Test
    void aKeyThatMakesNoSenseNeverPassesSilently() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> sections = List.of(
                "roster",
                "roster.connections.acme",
                "roster.connections.acme.entra",
                "roster.connections.acme.scope",
                "roster.connections.acme.users",
                "roster.connections.acme.groups",
                "roster.connections.acme.targets.jira",
                "roster.connections.acme.targets.jira.limits",
                "roster.notify");
        for (int i = 0; i < 60; i++) {
            String junk = sections.get(random.nextInt(sections.size())) + ".x"
                    + Integer.toString(random.nextInt(1_000_000), 36);
            String file = Given.LEAST + "---\n" + ValueText.nested(junk, "1");
            assertThat(Given.yaml(folder, file).faults())
                    .as("%s, seed %d", junk, seed)
                    .extracting(Fault::key)
                    .containsExactly(junk);
        }
    }

    @Test
    void connectionsStandInTheOrderOfTheFile() {
        StringBuilder file = new StringBuilder("roster:\n  connections:\n");
        List<String> names = new ArrayList<>(List.of("zeta", "Alpha", "mid dle", "alpha"));
        names.forEach(name -> file.append("    ")
                .append(name)
                .append(":\n      entra: {tenant-id: t, client-id: c, client-secret: s}\n"));
        Given given = Given.yaml(folder, file.toString()).arguments("--roster.connections.alpha.enabled=false");
        assertThat(given.load().connections()).extracting(Connection::name).containsExactlyElementsOf(names);
        assertThat(given.load().connections())
                .extracting(Connection::id)
                .containsExactly("zeta", "alpha-2", "mid-dle", "alpha");
    }

    @Test
    void idsAreUniqueAndDoNotDependOnTheOrder() {
        Map<String, String> ids =
                Slugs.of(List.of("Acme Corp", "acme-corp", "acme.corp", "東京", "京", "acme-corp-2"), "connection");
        assertThat(ids)
                .isEqualTo(Map.of(
                        "acme-corp",
                        "acme-corp",
                        "acme-corp-2",
                        "acme-corp-2",
                        "Acme Corp",
                        "acme-corp-3",
                        "acme.corp",
                        "acme-corp-4",
                        "京",
                        "connection",
                        "東京",
                        "connection-2"));
        Map<String, String> turned = new LinkedHashMap<>(
                Slugs.of(List.of("京", "acme.corp", "東京", "acme-corp-2", "Acme Corp", "acme-corp"), "connection"));
        assertThat(turned).isEqualTo(ids);
    }
}
