package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.BitbucketSimulator;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People who are disabled, deleted or out of scope, under each rule, with created and with adopted accounts. */
class LeaversTest {

    private static final Stage STAGE = Stage.empty();
    private static final List<String> RULES = List.of("keep", "remove-groups", "deactivate", "delete");
    private static final List<String> CREATED = List.of("disabled", "deleted", "outside");
    private static final List<String> ADOPTED = List.of("disabled-old", "deleted-old", "outside-old");
    private static final Map<String, SimulatedTenant> TENANTS = new LinkedHashMap<>();

    @BeforeAll
    static void everybodyLeaves() {
        RULES.forEach(LeaversTest::scene);
        syncAll();
        for (String rule : RULES) {
            Scene scene = STAGE.scene(rule);
            for (String name : Stream.concat(CREATED.stream(), ADOPTED.stream()).toList()) {
                scene.bitbucket().directory().seed().member(name, BitbucketSimulator.USERS);
            }
            leave(Kept.in(TENANTS, rule));
        }
        syncAll();
    }

    private static void scene(String rule) {
        SimulatedTenant tenant = Cast.nobody();
        Cast.people(tenant, "stays", "never");
        Cast.people(tenant, CREATED.toArray(String[]::new));
        Cast.people(tenant, ADOPTED.toArray(String[]::new));
        Cast.enable(tenant, "never", false);
        Cast.group(tenant, "staff", "stays", "never");
        Cast.group(tenant, "team-a", "stays", "never");
        for (String name : Stream.concat(CREATED.stream(), ADOPTED.stream()).toList()) {
            Cast.join(tenant, "staff", name);
            Cast.join(tenant, "team-a", name);
        }
        TENANTS.put(rule, tenant);
        Scene scene = STAGE.scene(rule, Landscape.start(tenant))
                .with("groups.include", "team-.*")
                .with("scope.groups", "staff")
                .with("users.existing", "adopt")
                .with("limits.removed-memberships", "100")
                .with("users.when-disabled", rule)
                .with("users.when-deleted", rule)
                .with("users.when-out-of-scope", rule);
        for (SimulatedProduct product : scene.landscape().products()) {
            product.directory().seed().group("locals");
            for (String name : ADOPTED) {
                product.directory()
                        .seed()
                        .user(name, "The " + name, Cast.upn(name))
                        .member(name, "locals");
            }
        }
    }

    private static void leave(SimulatedTenant tenant) {
        for (String suffix : List.of("", "-old")) {
            Cast.enable(tenant, "disabled" + suffix, false);
            Cast.delete(tenant, "deleted" + suffix);
            Cast.leave(tenant, "staff", "outside" + suffix);
        }
    }

    private static void syncAll() {
        Map<Scene, Long> runs = new LinkedHashMap<>();
        for (String rule : RULES) {
            STAGE.scene(rule).forgetChanges();
            runs.put(STAGE.scene(rule), STAGE.scene(rule).start());
        }
        runs.forEach((scene, run) -> {
            RunRow ended = scene.ended(run);
            assertThat(ended.state()).as(scene.connection() + ": " + ended).isEqualTo(RunState.COMPLETED);
        });
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static List<String> each(List<String> names, String change) {
        return names.stream().map(name -> change.replace("{}", name)).toList();
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"keep", "remove-groups", "deactivate", "delete"})
    void somebodyDisabledWithoutAnAccountNeverGetsOne(String rule) {
        for (SimulatedProduct product : STAGE.scene(rule).landscape().products()) {
            assertThat(product.directory().account("never")).isEmpty();
        }
    }

    @Test
    void keepChangesNothingOfTheirs() {
        for (SimulatedProduct product : STAGE.scene("keep").landscape().products()) {
            assertThat(Scene.changes(product)).isEmpty();
        }
    }

    @Test
    void removeGroupsTakesTheGivenMembershipsAndNoOthers() {
        for (SimulatedProduct product : STAGE.scene("remove-groups").landscape().products()) {
            assertThat(Scene.changes(product))
                    .containsExactlyInAnyOrderElementsOf(each(both(CREATED, ADOPTED), "REMOVE_MEMBER {} team-a"));
            assertThat(product.directory().members("locals")).containsExactlyInAnyOrderElementsOf(ADOPTED);
        }
    }

    @Test
    void deactivateSwitchesAccountsOffAndLeavesTheirMemberships() {
        Scene scene = STAGE.scene("deactivate");
        for (SimulatedProduct product : List.of(scene.jira(), scene.confluence())) {
            assertThat(Scene.changes(product))
                    .containsExactlyInAnyOrderElementsOf(each(both(CREATED, ADOPTED), "DEACTIVATE_USER {}"));
        }
    }

    @Test
    void bitbucketLocksOutOfEveryGroupThatGrantsAccessWhoeverGaveIt() {
        Scene scene = STAGE.scene("deactivate");
        List<String> changes = Scene.changes(scene.bitbucket());
        assertThat(changes)
                .containsExactlyInAnyOrderElementsOf(each(both(CREATED, ADOPTED), "REMOVE_MEMBER {} stash-users"));
        assertThat(scene.bitbucket().directory().members("locals")).containsExactlyInAnyOrderElementsOf(ADOPTED);
        assertThat(scene.bitbucket().directory().members(BitbucketSimulator.USERS))
                .containsExactly("admin");
    }

    @Test
    void deleteOfAnAdoptedAccountOnlyDeactivates() {
        Scene scene = STAGE.scene("delete");
        for (SimulatedProduct product : List.of(scene.jira(), scene.confluence())) {
            assertThat(Scene.changes(product))
                    .containsExactlyInAnyOrderElementsOf(
                            both(each(CREATED, "DELETE_USER {}"), each(ADOPTED, "DEACTIVATE_USER {}")));
        }
        assertThat(Scene.changes(scene.bitbucket()))
                .containsAll(each(CREATED, "DELETE_USER {}"))
                .containsAll(each(ADOPTED, "REMOVE_MEMBER {} stash-users"))
                .doesNotContainAnyElementsOf(each(ADOPTED, "DELETE_USER {}"));
    }

    @Test
    void thePlanSaysWhatHappensInsteadOfWhatAProductCannotDo() {
        String lockedOut = "not deactivated, as this product cannot: leaves every group that gives access";
        String kept = "not deleted: it was there before Roster";
        assertThat(STAGE.scene("deactivate").details("bitbucket")).containsEntry(Cast.upn("disabled"), lockedOut);
        assertThat(STAGE.scene("deactivate").details("jira")).containsEntry(Cast.upn("disabled"), "");
        assertThat(STAGE.scene("delete").details("jira")).containsEntry(Cast.upn("disabled-old"), kept);
        assertThat(STAGE.scene("delete").details("bitbucket"))
                .containsEntry(Cast.upn("disabled-old"), kept + "; " + lockedOut);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keep", "remove-groups", "deactivate", "delete"})
    void afterwardsThereIsNothingLeftToDo(String rule) {
        Scene scene = STAGE.scene(rule);
        RunRow again = scene.sync();
        assertThat(scene.operations(again)).isEmpty();
    }
}
