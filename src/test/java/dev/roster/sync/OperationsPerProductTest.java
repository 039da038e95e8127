package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.BitbucketSimulator;
import dev.roster.demo.product.BitbucketVersion;
import dev.roster.demo.product.ConfluenceVersion;
import dev.roster.demo.product.JiraVersion;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of operation in every version of every product, as the product itself saw it. */
class OperationsPerProductTest {

    private static final Stage STAGE = Stage.empty();
    private static final List<Versions> VERSIONS = List.of(
            new Versions("old", JiraVersion.V9, ConfluenceVersion.V8_4, BitbucketVersion.V8),
            new Versions("early", JiraVersion.V10_0, ConfluenceVersion.V9_0, BitbucketVersion.V9),
            new Versions("late", JiraVersion.V10_3, ConfluenceVersion.V9_4, BitbucketVersion.V10),
            new Versions("latest", JiraVersion.V11, ConfluenceVersion.V10_0, BitbucketVersion.V10));

    /** What each product accepted in each run, by scene. */
    private static final Map<String, List<Round>> ROUNDS = new LinkedHashMap<>();

    private record Versions(String scene, JiraVersion jira, ConfluenceVersion confluence, BitbucketVersion bitbucket) {}

    private record Round(RunRow run, List<String> jira, List<String> confluence, List<String> bitbucket) {}

    @BeforeAll
    static void fourRuns() {
        Map<String, SimulatedTenant> tenants = new LinkedHashMap<>();
        for (Versions versions : VERSIONS) {
            SimulatedTenant tenant = Cast.six();
            tenants.put(versions.scene(), tenant);
            ROUNDS.put(versions.scene(), new ArrayList<>());
            STAGE.scene(
                            versions.scene(),
                            Landscape.start(tenant, versions.jira(), versions.confluence(), versions.bitbucket()))
                    .with("groups.include", "team-.*")
                    .with("groups.delete", "true")
                    .with("users.rename", "true")
                    .with("users.when-deleted", "delete");
        }
        VERSIONS.forEach(versions -> STAGE.scene(versions.scene()).confluence().pollsUntilDeleted(1));
        syncAll();
        for (Versions versions : VERSIONS) {
            // Somebody gave Cid access by hand; and to everybody else's surprise, he leaves.
            STAGE.scene(versions.scene()).bitbucket().directory().seed().member("cid", BitbucketSimulator.USERS);
            Cast.change(Kept.in(tenants, versions.scene()));
        }
        syncAll();
        tenants.values().forEach(tenant -> Cast.enable(tenant, "cid", true));
        syncAll();
        syncAll();
    }

    private static void syncAll() {
        Map<Scene, Long> runs = new LinkedHashMap<>();
        VERSIONS.forEach(versions -> runs.put(
                STAGE.scene(versions.scene()), STAGE.scene(versions.scene()).start()));
        runs.forEach((scene, run) -> {
            RunRow ended = scene.ended(run);
            Kept.in(ROUNDS, scene.connection())
                    .add(new Round(
                            ended,
                            Scene.changes(scene.jira()),
                            Scene.changes(scene.confluence()),
                            Scene.changes(scene.bitbucket())));
            scene.forgetChanges();
        });
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    static Stream<Arguments> versions() {
        return VERSIONS.stream()
                .map(versions -> Arguments.of(
                        versions.jira() + ", " + versions.confluence() + ", " + versions.bitbucket(), versions));
    }

    private static Round round(Versions versions, int number) {
        return Kept.in(ROUNDS, versions.scene()).get(number);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    void everyRunEndsWithoutErrors(String name, Versions versions) {
        assertThat(Kept.in(ROUNDS, versions.scene()))
                .extracting(round -> round.run().state())
                .containsOnly(RunState.COMPLETED);
        assertThat(STAGE.scene(versions.scene()).deadLetters()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    void theFirstRunCreatesGroupsThenAccountsThenMemberships(String name, Versions versions) {
        for (List<String> changes : List.of(
                round(versions, 0).jira(),
                round(versions, 0).bitbucket(),
                withoutDefaultGroup(round(versions, 0).confluence()))) {
            assertThat(changes)
                    .containsExactlyInAnyOrder(
                            "CREATE_GROUP team-a",
                            "CREATE_GROUP team-b",
                            "CREATE_GROUP team-gone",
                            "CREATE_USER ann",
                            "CREATE_USER bob",
                            "CREATE_USER cid",
                            "CREATE_USER dee",
                            "CREATE_USER eve",
                            "CREATE_USER fay",
                            "ADD_MEMBER ann team-a",
                            "ADD_MEMBER bob team-a",
                            "ADD_MEMBER cid team-a",
                            "ADD_MEMBER dee team-a",
                            "ADD_MEMBER eve team-a",
                            "ADD_MEMBER ann team-b",
                            "ADD_MEMBER ann team-gone");
            assertThat(changes)
                    .extracting(change -> change.substring(0, change.indexOf(' ')))
                    .startsWith("CREATE_GROUP", "CREATE_GROUP", "CREATE_GROUP", "CREATE_USER")
                    .endsWith("ADD_MEMBER", "ADD_MEMBER", "ADD_MEMBER", "ADD_MEMBER", "ADD_MEMBER", "ADD_MEMBER");
        }
    }

    /** Confluence puts everybody new into its default group by itself. */
    private static List<String> withoutDefaultGroup(List<String> changes) {
        return changes.stream()
                .filter(change -> !change.startsWith("JOIN_DEFAULT_GROUP"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    void jiraDeactivatesDeletesUpdatesRenamesAndMoves(String name, Versions versions) {
        List<String> changes = round(versions, 1).jira();
        assertThat(changes)
                .containsExactlyInAnyOrder(
                        "DEACTIVATE_USER cid",
                        "DELETE_USER dee",
                        "UPDATE_USER ann",
                        "RENAME_USER bob robert",
                        "ADD_MEMBER fay team-b",
                        "REMOVE_MEMBER eve team-a",
                        "REMOVE_MEMBER ann team-gone",
                        "DELETE_GROUP team-gone");
        assertInOrder(changes, "DEACTIVATE_USER cid", "UPDATE_USER ann");
        assertInOrder(changes, "UPDATE_USER ann", "ADD_MEMBER fay team-b");
        assertInOrder(changes, "ADD_MEMBER fay team-b", "REMOVE_MEMBER eve team-a");
        assertThat(changes).endsWith("DELETE_GROUP team-gone");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    void confluenceNeverRenamesAndUpdatesFrom94On(String name, Versions versions) {
        List<String> expected = new ArrayList<>(List.of(
                "DEACTIVATE_USER cid",
                "DELETE_USER dee",
                "ADD_MEMBER fay team-b",
                "REMOVE_MEMBER eve team-a",
                "REMOVE_MEMBER ann team-gone",
                "DELETE_GROUP team-gone"));
        boolean updates =
                versions.confluence() == ConfluenceVersion.V9_4 || versions.confluence() == ConfluenceVersion.V10_0;
        if (updates) {
            expected.add("UPDATE_USER ann");
        }
        assertThat(round(versions, 1).confluence()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(STAGE.scene(versions.scene()).details("confluence"))
                .containsEntry(
                        "ann@example.com",
                        updates ? "" : "this version of the product cannot change names and addresses")
                .containsEntry("bob@example.com", "this product cannot rename accounts");
        Map<String, String> decisions = STAGE.scene(versions.scene()).decisions("confluence");
        assertThat(decisions)
                .containsEntry("ann@example.com", updates ? "unchanged" : "not-possible")
                .containsEntry("bob@example.com", "rename-left");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    void bitbucketTakesAccessAwayInsteadOfDeactivating(String name, Versions versions) {
        List<String> changes = round(versions, 1).bitbucket();
        assertThat(changes)
                .containsExactlyInAnyOrder(
                        "REMOVE_MEMBER cid stash-users",
                        "DELETE_USER dee",
                        "UPDATE_USER ann",
                        "RENAME_USER bob robert",
                        "ADD_MEMBER fay team-b",
                        "REMOVE_MEMBER eve team-a",
                        "REMOVE_MEMBER ann team-gone",
                        "DELETE_GROUP team-gone");
        assertInOrder(changes, "REMOVE_MEMBER cid stash-users", "UPDATE_USER ann");
    }

    private static void assertInOrder(List<String> changes, String first, String second) {
        assertThat(changes.indexOf(first)).as(first + " before " + second).isLessThan(changes.indexOf(second));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    void aRenamedAccountKeepsItsMembershipsWithoutFurtherOperations(String name, Versions versions) {
        assertThat(STAGE.scene(versions.scene()).operations(round(versions, 1).run()))
                .filteredOn(operation -> "bob".equals(operation.user()) || "robert".equals(operation.user()))
                .extracting(Scene.Operation::kind)
                .containsOnly("rename-user")
                .hasSize(2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    void whoIsBackIsActivatedAndNobodyIsGivenAccessThatRosterDidNotGive(String name, Versions versions) {
        assertThat(round(versions, 2).jira()).containsExactly("ACTIVATE_USER cid");
        assertThat(round(versions, 2).confluence()).containsExactly("ACTIVATE_USER cid");
        assertThat(round(versions, 2).bitbucket()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    void aRunWithoutChangesWritesNothing(String name, Versions versions) {
        Round idle = round(versions, 3);
        assertThat(idle.jira()).isEmpty();
        assertThat(idle.confluence()).isEmpty();
        assertThat(idle.bitbucket()).isEmpty();
        assertThat(STAGE.scene(versions.scene()).operations(idle.run())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versions")
    void inTheEndEachProductHoldsWhatEntraWants(String name, Versions versions) {
        Scene scene = STAGE.scene(versions.scene());
        for (SimulatedProduct product : List.of(scene.jira(), scene.bitbucket())) {
            assertThat(product.directory().members("team-a")).containsExactly("ann", "cid", "robert");
            assertThat(product.directory().members("team-b")).containsExactly("ann", "fay");
            assertThat(product.directory().account("ann").orElseThrow().displayName())
                    .isEqualTo("Ann Newname");
            assertThat(product.directory().account("ann").orElseThrow().emailAddress())
                    .isEqualTo("ann.new@example.com");
        }
        assertThat(scene.confluence().directory().members("team-a")).containsExactly("ann", "bob", "cid");
    }
}
