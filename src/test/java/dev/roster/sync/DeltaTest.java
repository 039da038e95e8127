package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.graph.DeltaExpiry;
import dev.roster.demo.graph.GraphFaults;
import dev.roster.demo.graph.NextLinks;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.run.RunRequest;
import dev.roster.run.Runs;
import dev.roster.store.Run;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reading only what has changed: rounds of pages, from one link to the next. */
class DeltaTest {

    private static final Stage STAGE = Stage.empty();
    private static final Map<String, SimulatedTenant> TENANTS = new LinkedHashMap<>();

    @BeforeAll
    static void scenes() {
        Stream.of(
                        "idle",
                        "restored",
                        "resumed",
                        "kept-twice",
                        "not_found",
                        "gone",
                        "gone_elsewhere",
                        "foreign",
                        "tampered",
                        "loop",
                        "emptied",
                        "emptied-by-deletion",
                        "split",
                        "reconcile",
                        "late",
                        "basis",
                        "refused",
                        "throttled",
                        "short-lived")
                .forEach(name -> scene(name).without("confluence").without("bitbucket"));
        scene("limited").without("bitbucket");
        scene("unclear").without("confluence").without("bitbucket").with("scope.groups", "nobody-has-it");
    }

    private static Scene scene(String name) {
        SimulatedTenant tenant = Cast.six();
        TENANTS.put(name, tenant);
        return STAGE.scene(name, Landscape.start(tenant)).with("groups.include", "team-.*");
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static Scene synced(String name) {
        Scene scene = STAGE.scene(name);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        scene.forgetChanges();
        return scene;
    }

    private static SimulatedTenant tenant(String name) {
        return Kept.in(TENANTS, name);
    }

    /** What Graph was asked since then, as path and query. */
    private static List<String> asked(Scene scene, int since) {
        return scene.graph().server().exchanges().stream()
                .skip(since)
                .map(exchange -> exchange.request())
                .filter(request -> request.method().equals("GET"))
                .map(request -> request.rawPath() + "?" + request.rawQuery())
                .toList();
    }

    private static int askedSoFar(Scene scene) {
        return scene.graph().server().exchanges().size();
    }

    private static JdbcClient jdbc() {
        return STAGE.app().getBean(JdbcClient.class);
    }

    private static void storeLink(Scene scene, String column, String value) {
        jdbc().sql("update delta_round set " + column
                        + " = ? where connection_no = (select no from connection_name where name = ?)")
                .params(value, scene.connection())
                .update();
    }

    private static boolean isPage(SimulatedRequest request, String listing) {
        return request.rawPath().equals("/v1.0/" + listing + "/delta");
    }

    @Test
    void aRoundWithoutChangesCostsTwoRequests() {
        Scene scene = synced("idle");
        int before = askedSoFar(scene);
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(asked(scene, before)).hasSize(2).allMatch(request -> request.contains("/delta?$deltatoken="));
        assertThat(askedSoFar(scene)).isEqualTo(before + 2);
        assertThat(Scene.changes(scene.jira())).isEmpty();
    }

    @Test
    void whoIsRestoredIsInTheGroupsAgain() {
        Scene scene = synced("restored");
        String ann = Cast.person(tenant("restored"), "ann").id();
        Cast.delete(tenant("restored"), "ann");
        // Otherwise team-b and team-gone, where she was alone, would make the run wait.
        Cast.join(tenant("restored"), "team-b", "bob");
        Cast.join(tenant("restored"), "team-gone", "bob");
        scene.sync();
        assertThat(Scene.changes(scene.jira())).contains("DEACTIVATE_USER ann");
        scene.forgetChanges();
        tenant("restored").restorePerson(ann);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.jira().directory().members("team-a")).contains("ann");
        assertThat(scene.jira().directory().members("team-b")).contains("ann", "bob");
        assertThat(Scene.changes(scene.jira())).contains("ACTIVATE_USER ann");
    }

    /** A first round of which the third page of people fails; the link to it is stored. */
    private static Scene brokenOff(String name) {
        Scene scene = STAGE.scene(name);
        scene.graph().behaviour().cutDeltaPages(2, 2);
        scene.graph()
                .server()
                .plan(PlannedFault.answer(
                        GraphFaults.nth(3, request -> isPage(request, "users")),
                        1,
                        GraphFaults.error(403, "Authorization_RequestDenied", "no")));
        assertThat(scene.sync().state()).isEqualTo(RunState.FAILED);
        return scene;
    }

    @Test
    @DisplayName("G8 after a page that failed the next run goes on at the stored link")
    void aRestartGoesOnAtTheStoredLink() {
        Scene scene = brokenOff("resumed");
        int before = askedSoFar(scene);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        List<String> people = asked(scene, before).stream()
                .filter(request -> request.contains("/users/"))
                .toList();
        assertThat(people).hasSize(1).allMatch(request -> request.contains("$skiptoken="));
        assertThat(scene.jira().directory().members("team-a")).containsExactly("ann", "bob", "cid", "dee", "eve");
    }

    @Test
    @DisplayName("G8 a page that is kept twice changes nothing")
    void aPageThatIsKeptTwiceChangesNothing() {
        Scene scene = brokenOff("kept-twice");
        String first = asked(scene, 0).stream()
                .filter(request -> request.contains("/users/") && request.contains("$skiptoken="))
                .findFirst()
                .orElseThrow();
        storeLink(scene, "next_link", scene.graph().url() + first);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.jira().directory().members("team-a")).containsExactly("ann", "bob", "cid", "dee", "eve");
        int before = askedSoFar(scene);
        scene.forgetChanges();
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(asked(scene, before)).hasSize(2);
        assertThat(Scene.changes(scene.jira())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("G7 when a token has expired, the same run compares everything")
    void whenATokenHasExpiredTheSameRunComparesEverything(DeltaExpiry way) {
        String name = way.name().toLowerCase(Locale.ROOT);
        Scene scene = synced(name);
        scene.graph().behaviour().expireDeltaTokens(way);
        Cast.join(tenant(name), "team-b", "fay");
        Cast.leave(tenant(name), "team-a", "eve");
        Cast.delete(tenant(name), "dee");
        RunRow run = scene.sync();
        assertThat(run.state()).as(String.valueOf(run)).isEqualTo(RunState.COMPLETED);
        assertThat(Scene.changes(scene.jira()))
                .contains("ADD_MEMBER fay team-b", "REMOVE_MEMBER eve team-a", "DEACTIVATE_USER dee")
                .allMatch(change -> change.matches(".*\\b(fay|eve|dee)\\b.*"));
        int before = askedSoFar(scene);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(asked(scene, before)).hasSize(2);
    }

    @Test
    @DisplayName("G7 tokens that expire at once fail the run")
    void tokensThatExpireAtOnceFailTheRun() {
        Scene scene = synced("short-lived");
        scene.graph()
                .server()
                .plan(PlannedFault.answer(
                        request -> isPage(request, "users"),
                        Integer.MAX_VALUE,
                        GraphFaults.error(410, "resyncRequired", "again")));
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.message()).contains("expire");
        assertThat(Scene.changes(scene.jira())).isEmpty();
    }

    @Test
    void aLinkToElsewhereIsNeitherFollowedNorStored() {
        Scene scene = STAGE.scene("foreign");
        scene.graph().behaviour().linkPages(NextLinks.FOREIGN_HOST);
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.message()).contains("Graph sent a link").doesNotContain("Exception");
        assertThat(jdbc().sql("select count(*) from delta_round where next_link like '%attacker%'"
                                + " or delta_link like '%attacker%'")
                        .query(Long.class)
                        .single())
                .isZero();
        scene.graph().behaviour().linkPages(NextLinks.PROPER);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void aStoredLinkThatSomebodyBentIsNotFollowed() {
        Scene scene = synced("tampered");
        storeLink(scene, "delta_link", "https://graph.attacker.example/v1.0/users/delta?$deltatoken=x");
        int before = askedSoFar(scene);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(asked(scene, before)).hasSize(2).allMatch(request -> request.contains("$select="));
        assertThat(Scene.changes(scene.jira())).isEmpty();
    }

    @Test
    void aRoundThatGoesInACircleFails() {
        Scene scene = STAGE.scene("loop");
        scene.graph().behaviour().cutDeltaPages(2, 2);
        scene.graph().behaviour().linkPages(NextLinks.LOOP);
        assertThat(scene.sync().state()).isEqualTo(RunState.FAILED);
    }

    @Test
    void aGroupThatLosesEverybodyOverSeveralRoundsMakesTheRunWait() {
        SimulatedTenant tenant = tenant("emptied");
        Cast.join(tenant, "team-b", "bob");
        Scene scene = synced("emptied");
        Cast.leave(tenant, "team-b", "bob");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        Cast.leave(tenant, "team-b", "ann");
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        assertThat(run.waitsFor()).contains("team-b");
        Cast.join(tenant, "team-b", "fay");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void soDoesAGroupWhoseLastMemberIsDeleted() {
        Scene scene = synced("emptied-by-deletion");
        Cast.delete(tenant("emptied-by-deletion"), "ann");
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        assertThat(run.waitsFor()).contains("team-b", "team-gone").doesNotContain("team-a");
    }

    @Test
    void aGroupInPartsIsOneGroup() {
        Scene scene = STAGE.scene("split");
        scene.graph().behaviour().cutDeltaPages(200, 1);
        scene.graph().behaviour().startWithEmptyPages(true);
        scene.graph().behaviour().startWithRemovals(true);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.jira().directory().members("team-a")).containsExactly("ann", "bob", "cid", "dee", "eve");
    }

    private static RunRow run(Scene scene, boolean reconcile, List<String> targets) {
        Run run = STAGE.app()
                .getBean(Runs.class)
                .open(new RunRequest(scene.connection(), Run.Mode.SYNC, reconcile, targets, "api", null));
        STAGE.app().getBean(ProducerTemplate.class).sendBody("seda:runs?waitForTaskToComplete=Never", run);
        return scene.ended(run.id());
    }

    @Test
    void aReconcileListsAndTheNextRoundGoesOnWhereTheLastOneEnded() {
        Scene scene = synced("reconcile");
        Cast.join(tenant("reconcile"), "team-b", "fay");
        int before = askedSoFar(scene);
        assertThat(run(scene, true, List.of()).state()).isEqualTo(RunState.COMPLETED);
        assertThat(asked(scene, before)).isNotEmpty().noneMatch(request -> request.contains("delta"));
        assertThat(Scene.changes(scene.jira())).containsExactly("ADD_MEMBER fay team-b");
        scene.forgetChanges();
        before = askedSoFar(scene);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(asked(scene, before)).hasSize(2).allMatch(request -> request.contains("$deltatoken="));
        assertThat(Scene.changes(scene.jira())).isEmpty();
    }

    @Test
    void aChangeThatShowsLateIsMadeLate() {
        Scene scene = synced("late");
        scene.graph().behaviour().holdChangesBack(true);
        scene.sync();
        Cast.join(tenant("late"), "team-b", "fay");
        scene.sync();
        assertThat(Scene.changes(scene.jira())).isEmpty();
        scene.graph().behaviour().holdChangesBack(false);
        scene.sync();
        assertThat(Scene.changes(scene.jira())).containsExactly("ADD_MEMBER fay team-b");
    }

    @Test
    void changedSettingsLeadToARoundThatShowsEverything() {
        Scene scene = synced("basis");
        storeLink(scene, "basis", "of other settings");
        int before = askedSoFar(scene);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(asked(scene, before)).hasSize(2).allMatch(request -> request.contains("$select="));
    }

    @Test
    void anyOtherRefusalFailsTheRunAndSaysWhatToDo() {
        Scene scene = synced("refused");
        scene.graph()
                .server()
                .plan(PlannedFault.answer(
                        request -> isPage(request, "groups"),
                        1,
                        GraphFaults.error(400, "Request_UnsupportedQuery", "no")));
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.message())
                .startsWith("Graph does not tell changes")
                .contains("Request_UnsupportedQuery", "entra.read");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void aThrottledPageIsAskedForAgain() {
        Scene scene = synced("throttled");
        scene.graph()
                .server()
                .plan(PlannedFault.answer(request -> isPage(request, "groups"), 1, GraphFaults.throttled(1)));
        Cast.join(tenant("throttled"), "team-b", "fay");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(Scene.changes(scene.jira())).containsExactly("ADD_MEMBER fay team-b");
    }

    @Test
    void whatARunOfOneTargetReadsIsNotLostForTheOthers() {
        Scene scene = synced("limited");
        tenant("limited").changePerson(Cast.upn("ann"), person -> person.withDisplayName("Ann Newname"));
        Cast.join(tenant("limited"), "team-b", "fay");
        assertThat(run(scene, false, List.of("jira")).state()).isEqualTo(RunState.COMPLETED);
        assertThat(Scene.changes(scene.jira())).contains("ADD_MEMBER fay team-b");
        assertThat(Scene.changes(scene.confluence())).isEmpty();
        assertThat(jdbc().sql("select count(*) from due_person d join target_name t on t.no = d.target_no"
                                + " join connection_name c on c.no = t.connection_no"
                                + " where c.name = 'limited' and t.name = 'confluence'")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(Scene.changes(scene.confluence())).contains("ADD_MEMBER fay team-b");
        assertThat(Scene.state(scene.confluence())).anyMatch(line -> line.contains("Ann Newname"));
    }

    @Test
    void aScopeThatIsUnclearStaysSoUntilItIsMended() {
        Scene scene = STAGE.scene("unclear");
        for (int i = 0; i < 2; i++) {
            RunRow run = scene.sync();
            assertThat(run.state()).isEqualTo(RunState.FAILED);
            assertThat(run.message()).contains("nobody-has-it");
        }
        Cast.group(tenant("unclear"), "nobody-has-it", "ann");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.jira().directory().account("ann")).isPresent();
        assertThat(scene.jira().directory().account("bob")).isEmpty();
    }
}
