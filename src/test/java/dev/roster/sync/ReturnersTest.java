package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.BitbucketSimulator;
import dev.roster.demo.product.SimulatedAccount;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import dev.roster.store.Unnoted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People who were disabled, deleted or out of scope, and are back. Meanwhile each has left one team and joined another,
 * and one is called otherwise.
 */
class ReturnersTest {

    private static final Stage STAGE = Stage.empty();
    private static final List<String> RULES = List.of("remove-groups", "deactivate", "delete");
    private static final List<String> RETURNERS = List.of("disabled", "deleted", "outside");
    private static final Map<String, SimulatedTenant> TENANTS = new LinkedHashMap<>();

    /** The accounts before and while their people were away, by scene, product and name. */
    private static final Map<String, SimulatedAccount> BEFORE = new LinkedHashMap<>();

    private static final Map<String, SimulatedAccount> MEANWHILE = new LinkedHashMap<>();

    @BeforeAll
    static void theyLeaveAndComeBack() {
        RULES.forEach(ReturnersTest::scene);
        syncAll();
        keep(BEFORE);
        Map<String, String> deleted = new LinkedHashMap<>();
        TENANTS.forEach((rule, tenant) -> {
            deleted.put(rule, Cast.person(tenant, "deleted").id());
            Cast.enable(tenant, "disabled", false);
            Cast.delete(tenant, "deleted");
            Cast.leave(tenant, "staff", "outside");
        });
        syncAll();
        keep(MEANWHILE);
        TENANTS.forEach((rule, tenant) -> {
            Cast.enable(tenant, "disabled", true);
            tenant.restorePerson(Kept.in(deleted, rule));
            Cast.join(tenant, "staff", "outside");
            tenant.changePerson(Cast.upn("outside"), person -> person.withMailNickname("inside"));
            for (String name : RETURNERS) {
                Cast.leave(tenant, "team-b", name);
                Cast.join(tenant, "team-c", name);
            }
        });
        syncAll();
    }

    private static void scene(String rule) {
        SimulatedTenant tenant = Cast.nobody();
        String[] everybody =
                Stream.concat(Stream.of("stays"), RETURNERS.stream()).toArray(String[]::new);
        Cast.people(tenant, everybody);
        for (String group : List.of("staff", "team-a", "team-b")) {
            Cast.group(tenant, group, everybody);
        }
        Cast.group(tenant, "team-c", "stays");
        TENANTS.put(rule, tenant);
        STAGE.scene(rule, Landscape.start(tenant))
                .with("groups.include", "team-.*")
                .with("scope.groups", "staff")
                .with("limits.removed-memberships", "100")
                .with("users.rename", "true")
                .with("users.when-disabled", rule)
                .with("users.when-deleted", rule)
                .with("users.when-out-of-scope", rule)
                .with("targets.bitbucket.groups.default-groups.all-users", BitbucketSimulator.USERS);
    }

    private static void keep(Map<String, SimulatedAccount> accounts) {
        for (String rule : RULES) {
            for (SimulatedProduct product : STAGE.scene(rule).landscape().products()) {
                product.directory()
                        .accounts()
                        .forEach(account -> accounts.put(key(rule, product, account.name()), account));
            }
        }
    }

    private static String key(String rule, SimulatedProduct product, String name) {
        return rule + " " + product.getClass().getSimpleName() + " " + name;
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

    /** Confluence cannot rename. */
    private static String nameIn(SimulatedProduct product, String name) {
        boolean renamed =
                name.equals("outside") && !product.getClass().getSimpleName().startsWith("Confluence");
        return renamed ? "inside" : name;
    }

    /** Also of what the plan adds by itself: members of default groups, and whom it takes access from. */
    @Test
    void allThatWasDoneToSomebodyIsFoundUnderThem() {
        JdbcClient jdbc = STAGE.app().getBean(JdbcClient.class);
        assertThat(jdbc.sql("select distinct reason from operation")
                        .query(String.class)
                        .list())
                .contains("default-group", "leaver-access");
        assertThat(Unnoted.operations(jdbc)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"remove-groups", "deactivate"})
    void theyGetTheSameAccountBackAndActive(String rule) {
        for (SimulatedProduct product : STAGE.scene(rule).landscape().products()) {
            for (String name : RETURNERS) {
                SimulatedAccount now =
                        product.directory().account(nameIn(product, name)).orElseThrow();
                assertThat(now.key())
                        .isEqualTo(Kept.in(BEFORE, key(rule, product, name)).key());
                assertThat(now.active()).isTrue();
            }
            assertThat(Scene.changes(product)).noneMatch(change -> change.startsWith("CREATE_USER"));
        }
    }

    @Test
    void anAccountThatWasDeletedIsMadeAnew() {
        for (SimulatedProduct product : STAGE.scene("delete").landscape().products()) {
            for (String name : RETURNERS) {
                assertThat(MEANWHILE).doesNotContainKey(key("delete", product, name));
            }
            assertThat(Scene.changes(product))
                    .contains("CREATE_USER disabled", "CREATE_USER deleted", "CREATE_USER inside");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"remove-groups", "deactivate", "delete"})
    void theyAreInTheGroupsThatEntraHasThemInNow(String rule) {
        for (SimulatedProduct product : STAGE.scene(rule).landscape().products()) {
            List<String> names = Stream.concat(Stream.of("stays"), RETURNERS.stream())
                    .map(name -> rule.equals("delete") && name.equals("outside") ? "inside" : nameIn(product, name))
                    .toList();
            assertThat(product.directory().members("team-a")).containsExactlyInAnyOrderElementsOf(names);
            assertThat(product.directory().members("team-c")).containsExactlyInAnyOrderElementsOf(names);
            assertThat(product.directory().members("team-b")).containsExactly("stays");
        }
    }

    @Test
    void whoWasSwitchedOffIsSwitchedOnAgain() {
        Scene scene = STAGE.scene("deactivate");
        for (SimulatedProduct product : List.of(scene.jira(), scene.confluence())) {
            for (String name : RETURNERS) {
                assertThat(Kept.in(MEANWHILE, key("deactivate", product, name)).active())
                        .isFalse();
                assertThat(Scene.changes(product)).contains("ACTIVATE_USER " + name);
            }
        }
    }

    @Test
    void whoWasLockedOutOfBitbucketIsLetInAgainByTheGroupsThatRosterGives() {
        Scene scene = STAGE.scene("deactivate");
        assertThat(Scene.changes(scene.bitbucket()))
                .contains("ADD_MEMBER disabled stash-users", "ADD_MEMBER deleted stash-users")
                .contains("ADD_MEMBER inside stash-users");
    }

    @ParameterizedTest
    @ValueSource(strings = {"remove-groups", "deactivate", "delete"})
    void afterwardsThereIsNothingLeftToDo(String rule) {
        Scene scene = STAGE.scene(rule);
        RunRow again = scene.sync();
        assertThat(scene.operations(again)).isEmpty();
    }
}
