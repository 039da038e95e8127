package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedExchange;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.BitbucketVersion;
import dev.roster.demo.product.ConfluenceVersion;
import dev.roster.demo.product.DirectorySeed;
import dev.roster.demo.product.JiraApplication;
import dev.roster.demo.product.JiraSimulator;
import dev.roster.demo.product.JiraVersion;
import dev.roster.demo.product.SimulatedAccount;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A Jira without a list of its users, in which an application is registered for Roster: all of it is seen again. */
class UserManagementTest {

    private static final String PATH = "/rest/usermanagement/1/search";
    private static final String PASSWORD = "application-password";
    private static final int STRANGERS = 1100;
    private static final Stage STAGE = Stage.empty().withProperty("retry.times", "1");
    private static final SimulatedTenant BY_HAND = Cast.six();

    @BeforeAll
    static void scenes() {
        Scene many = scene("many", JiraVersion.V10_0).with("users.rename", "true");
        for (int i = 0; i < STRANGERS; i++) {
            stranger(many, "%04ds".formatted(i), "Stranger " + i);
        }
        scene("by-hand", BY_HAND, JiraVersion.V10_0).with("users.rename", "true");
        scene("refusing", JiraVersion.V10_0);
        scene("elsewhere", JiraVersion.V10_0);
        scene("newer", JiraVersion.V11);
        scene("older", JiraVersion.V9);
        scene("unset", JiraVersion.V10_0)
                .unset("targets.jira.user-management.application")
                .unset("targets.jira.user-management.password");
    }

    private static Scene scene(String name, JiraVersion version) {
        return scene(name, Cast.six(), version);
    }

    private static Scene scene(String name, SimulatedTenant tenant, JiraVersion version) {
        Scene scene = STAGE.scene(name, Landscape.start(tenant, version, ConfluenceVersion.V10_0, BitbucketVersion.V10))
                .with("groups.include", "team-.*")
                .with("users.existing", "adopt")
                .with("targets.jira.user-management.application", "roster")
                .with("targets.jira.user-management.password", PASSWORD)
                .without("confluence")
                .without("bitbucket");
        scene.jira().userServer().register("roster", PASSWORD);
        return scene;
    }

    private static void stranger(Scene scene, String name, String displayName) {
        seed(scene).user(name, displayName, displayName.replace(' ', '.') + "@example.org");
    }

    private static DirectorySeed seed(Scene scene) {
        return scene.jira().directory().seed();
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static Predicate<SimulatedRequest> listing() {
        return PlannedFault.on("GET", PATH);
    }

    /** How often Jira was asked at an address since this was called last. */
    private static Map<String, Long> asked(Scene scene, Runnable meanwhile) {
        List<SimulatedExchange> before = scene.jira().server().exchanges();
        meanwhile.run();
        List<SimulatedExchange> all = scene.jira().server().exchanges();
        return all.subList(before.size(), all.size()).stream()
                .map(exchange -> exchange.request().rawPath().replace("/jira/rest", ""))
                .collect(Collectors.groupingBy(path -> path, TreeMap::new, Collectors.counting()));
    }

    /** Everybody, with the key by which Jira knows them, as Roster sees it and as it is. */
    private static void assertSeenAsItIs(Scene scene) {
        Map<String, String> seen = new TreeMap<>();
        STAGE.app().getBean(JdbcClient.class).sql("""
                select a.name, a.account_id from seen_account a
                join target_name t on t.no = a.target_no join connection_name c on c.no = t.connection_no
                where c.name = ? and t.name = 'jira'""").param(scene.connection()).query(row -> {
            seen.put(row.getString(1), row.getString(2));
        });
        assertThat(seen)
                .isEqualTo(scene.jira().directory().accounts().stream()
                        .collect(Collectors.toMap(SimulatedAccount::name, SimulatedAccount::key)));
    }

    private static void assertCompleted(RunRow run) {
        assertThat(run.state()).as(String.valueOf(run)).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void everybodyIsSeenAndOnlyTheFirstTimeAsksForKeys() {
        Scene scene = STAGE.scene("many");
        seed(scene).user("alee", "Ann", "ann@example.com");
        Map<String, Long> first = asked(scene, () -> assertCompleted(scene.sync()));
        assertSeenAsItIs(scene);
        assertThat(first).containsEntry("/usermanagement/1/search", 3L).containsKey("/api/2/user/search");
        assertThat(first.get("/api/2/user/search")).isLessThan(STRANGERS / 9);
        // Somebody whom only a whole listing shows.
        assertThat(Scene.changes(scene.jira())).contains("RENAME_USER alee ann").doesNotContain("CREATE_USER ann");
        assertThat(scene.decisions("jira")).containsEntry("bob@example.com", "no-match");

        seed(scene).deleteUser("0007s").active("0008s", false);
        stranger(scene, "newcomer", "New Comer");
        RunRow[] second = new RunRow[1];
        Map<String, Long> again = asked(scene, () -> second[0] = scene.reconcile());
        assertCompleted(second[0]);
        assertThat(scene.operations(second[0])).isEmpty();
        assertSeenAsItIs(scene);
        // The newcomer, and whoever is gone.
        assertThat(again)
                .containsEntry("/usermanagement/1/search", 3L)
                .containsEntry("/api/2/user", 2L)
                .doesNotContainKey("/api/2/user/search");
    }

    @Test
    void theRequestsAreThoseOfTheTarget() {
        Scene scene = STAGE.scene("elsewhere");
        RunRow[] run = new RunRow[1];
        Map<String, Long> asked = asked(scene, () -> run[0] = scene.sync());
        assertThat(run[0].requests().get("elsewhere.jira"))
                .isEqualTo(asked.values().stream().mapToLong(Long::longValue).sum());
        assertThat(scene.jira().server().exchanges())
                .allSatisfy(exchange -> assertThat(exchange.request().header("Authorization"))
                        .startsWith(exchange.request().rawPath().contains("/usermanagement/") ? "Basic " : "Bearer "));
    }

    @Test
    void aKeyStaysWithItsAccountWhateverIsDoneToNamesByHand() {
        Scene scene = STAGE.scene("by-hand");
        for (String name : List.of("p1", "p2", "p3")) {
            seed(scene).user(name, "Alike", "alike@example.org");
        }
        stranger(scene, "p4", "Un Like");
        assertCompleted(scene.sync());
        assertSeenAsItIs(scene);
        scene.forgetChanges();

        // Renamed, and somebody who looks the same in the old place.
        seed(scene).renamed("bob", "bobby").user("bob", "The bob", "bob@example.com");
        RunRow renamed = scene.reconcile();
        assertThat(renamed.state()).isNotEqualTo(RunState.FAILED);
        assertThat(keyOf(scene, "bobby")).isNotEqualTo(keyOf(scene, "bob"));
        assertSeenAsItIs(scene);

        // Two swap.
        seed(scene).renamed("cid", "x").renamed("dee", "cid").renamed("x", "dee");
        assertThat(scene.reconcile().state()).isNotEqualTo(RunState.FAILED);
        assertSeenAsItIs(scene);

        // Four go round in a circle, of whom three look alike: what one answer tells brings up the next.
        seed(scene)
                .renamed("p1", "x")
                .renamed("p4", "p1")
                .renamed("p3", "p4")
                .renamed("p2", "p3")
                .renamed("x", "p2");
        assertThat(scene.reconcile().state()).isNotEqualTo(RunState.FAILED);
        assertSeenAsItIs(scene);

        // Made anew, all alike: nothing of the listing tells.
        seed(scene).deleteUser("p2").user("p2", "Alike", "alike@example.org");
        scene.jira()
                .addApplication(new JiraApplication("jira-core", "Jira Core", List.of("team-b"), List.of("team-b")));
        Cast.join(BY_HAND, "team-b", "eve");
        assertThat(scene.sync().state()).isNotEqualTo(RunState.FAILED);
        assertSeenAsItIs(scene);
    }

    private static String keyOf(Scene scene, String name) {
        return scene.jira().directory().account(name).orElseThrow().key();
    }

    /** What an answer that is none looks like, and whether it is that of the listing. */
    record Wrong(String what, Predicate<SimulatedRequest> asked, SimulatedAnswer answer) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Wrong> wrongAnswers() {
        Predicate<SimulatedRequest> second =
                listing().and(request -> !"0".equals(request.query().get("start-index")));
        Predicate<SimulatedRequest> one = request -> request.rawPath().endsWith("/api/2/user");
        return Stream.of(
                new Wrong("a wrong password", listing(), SimulatedAnswer.text(401, "text/plain", "no")),
                new Wrong("a blocked address", listing(), SimulatedAnswer.json(403, "{\"reason\":\"x\"}")),
                new Wrong("not served", listing(), SimulatedAnswer.text(404, "text/html", "<html>")),
                new Wrong("broken", listing(), SimulatedAnswer.json(500, "{}")),
                new Wrong("a sign-in page", listing(), SimulatedAnswer.text(200, "text/html", "<html>")),
                new Wrong("no body", listing(), SimulatedAnswer.empty(200)),
                new Wrong("no page", listing(), SimulatedAnswer.json(200, "{}")),
                new Wrong("a bare list", listing(), SimulatedAnswer.json(200, "[]")),
                new Wrong("names alone", listing(), SimulatedAnswer.json(200, "{\"users\":[{\"name\":\"ann\"}]}")),
                new Wrong("another's page", listing(), SimulatedAnswer.json(200, "{\"values\":[],\"isLast\":true}")),
                new Wrong("half of it", second, SimulatedAnswer.json(500, "{}")),
                new Wrong("no proof of absence", one, SimulatedAnswer.json(500, "{}")));
    }

    @ParameterizedTest
    @MethodSource("wrongAnswers")
    void aListingThatFailsTakesNothingFromAnybody(Wrong wrong) {
        Scene scene = STAGE.scene("refusing");
        refusingIsInStep(scene);
        seed(scene).user("gone", "Gone Soon", "gone@example.org");
        assertCompleted(scene.reconcile());
        seed(scene).deleteUser("gone");
        List<String> before = Scene.state(scene.jira());
        scene.jira().server().plan(PlannedFault.answer(wrong.asked(), Integer.MAX_VALUE, wrong.answer()));
        RunRow run = scene.reconcile();
        assertThat(run.state()).as(wrong.what()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(scene.operations(run)).isEmpty();
        assertThat(Scene.state(scene.jira())).isEqualTo(before);
        refusingIsInStep(scene);
    }

    private static void refusingIsInStep(Scene scene) {
        scene.jira().server().forgetFaults();
        assertCompleted(scene.reconcile());
        assertSeenAsItIs(scene);
    }

    @Test
    void whoIsLostBetweenPagesIsLookedUp() {
        Scene scene = STAGE.scene("refusing");
        refusingIsInStep(scene);
        scene.jira().server().plan(PlannedFault.answer(listing(), 1, SimulatedAnswer.json(200, "{\"users\":[]}")));
        RunRow run = scene.reconcile();
        assertCompleted(run);
        assertThat(scene.operations(run)).isEmpty();
        assertSeenAsItIs(scene);
    }

    @Test
    void aListThatGoesRoundInACircleEnds() {
        Scene scene = STAGE.scene("refusing");
        refusingIsInStep(scene);
        scene.jira()
                .server()
                .plan(PlannedFault.answer(
                        listing(),
                        Integer.MAX_VALUE,
                        SimulatedAnswer.json(200, "{\"users\":[{\"name\":\"ann\",\"active\":true}]}")));
        assertThat(scene.reconcile().state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        refusingIsInStep(scene);
    }

    @Test
    void oneKeyForTwoNamesIsNoAnswer() {
        Scene scene = STAGE.scene("refusing");
        refusingIsInStep(scene);
        stranger(scene, "twin1", "Twin One");
        stranger(scene, "twin2", "Twin Two");
        scene.jira()
                .server()
                .plan(PlannedFault.echo(
                        request -> request.query().getOrDefault("username", "").startsWith("twin"),
                        Integer.MAX_VALUE,
                        request -> SimulatedAnswer.json(
                                200,
                                "{\"key\":\"JIRAUSER1\",\"active\":true,\"name\":\""
                                        + request.query().get("username") + "\"}")));
        assertThat(scene.reconcile().state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        refusingIsInStep(scene);
    }

    @Test
    void aJiraThatListsItsUsersItselfIsNotAskedAsAnApplication() {
        for (String name : List.of("newer", "older", "unset")) {
            Scene scene = STAGE.scene(name);
            Map<String, Long> asked = asked(scene, () -> assertCompleted(scene.sync()));
            assertThat(asked).as(name).doesNotContainKey("/usermanagement/1/search");
        }
        JiraSimulator unset = STAGE.scene("unset").jira();
        assertThat(unset.directory().accountCount()).isEqualTo(7);
    }
}
