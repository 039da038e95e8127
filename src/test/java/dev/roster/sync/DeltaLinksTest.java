package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.graph.DeltaExpiry;
import dev.roster.demo.graph.GraphFaults;
import dev.roster.demo.graph.NextLinks;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The links by which changes are read, from page to page and from round to round: stored, expired, or bent. */
class DeltaLinksTest {

    private static final DeltaScenes SCENES = new DeltaScenes();

    @BeforeAll
    static void scenes() {
        SCENES.withJira(
                "resumed",
                "kept-twice",
                "not_found",
                "gone",
                "gone_elsewhere",
                "short-lived",
                "foreign",
                "tampered",
                "loop",
                "basis");
    }

    @AfterAll
    static void close() {
        SCENES.close();
    }

    private static void storeLink(Scene scene, String column, String value) {
        SCENES.jdbc()
                .sql("update delta_round set " + column
                        + " = ? where connection_no = (select no from connection_name where name = ?)")
                .params(value, scene.connection())
                .update();
    }

    /** A first round of which the third page of people fails; the link to it is stored. */
    private static Scene brokenOff(String name) {
        Scene scene = SCENES.scene(name);
        scene.graph().behaviour().cutDeltaPages(2, 2);
        scene.graph()
                .server()
                .plan(PlannedFault.answer(
                        GraphFaults.nth(3, request -> DeltaScenes.isPage(request, "users")),
                        1,
                        GraphFaults.error(403, "Authorization_RequestDenied", "no")));
        assertThat(scene.sync().state()).isEqualTo(RunState.FAILED);
        return scene;
    }

    @Test
    @DisplayName("G8 after a page that failed the next run goes on at the stored link")
    void aRestartGoesOnAtTheStoredLink() {
        Scene scene = brokenOff("resumed");
        int before = DeltaScenes.askedSoFar(scene);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        List<String> people = DeltaScenes.asked(scene, before).stream()
                .filter(request -> request.contains("/users/"))
                .toList();
        assertThat(people).hasSize(1).allMatch(request -> request.contains("$skiptoken="));
        assertThat(scene.jira().directory().members("team-a")).containsExactly("ann", "bob", "cid", "dee", "eve");
    }

    @Test
    @DisplayName("G8 a page that is kept twice changes nothing")
    void aPageThatIsKeptTwiceChangesNothing() {
        Scene scene = brokenOff("kept-twice");
        String first = DeltaScenes.asked(scene, 0).stream()
                .filter(request -> request.contains("/users/") && request.contains("$skiptoken="))
                .findFirst()
                .orElseThrow();
        storeLink(scene, "next_link", scene.graph().url() + first);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.jira().directory().members("team-a")).containsExactly("ann", "bob", "cid", "dee", "eve");
        int before = DeltaScenes.askedSoFar(scene);
        scene.forgetChanges();
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(DeltaScenes.asked(scene, before)).hasSize(2);
        assertThat(Scene.changes(scene.jira())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("G7 when a token has expired, the same run compares everything")
    void whenATokenHasExpiredTheSameRunComparesEverything(DeltaExpiry way) {
        String name = way.name().toLowerCase(Locale.ROOT);
        Scene scene = SCENES.synced(name);
        scene.graph().behaviour().expireDeltaTokens(way);
        Cast.join(SCENES.tenant(name), "team-b", "fay");
        Cast.leave(SCENES.tenant(name), "team-a", "eve");
        Cast.delete(SCENES.tenant(name), "dee");
        RunRow run = scene.sync();
        assertThat(run.state()).as(String.valueOf(run)).isEqualTo(RunState.COMPLETED);
        assertThat(Scene.changes(scene.jira()))
                .contains("ADD_MEMBER fay team-b", "REMOVE_MEMBER eve team-a", "DEACTIVATE_USER dee")
                .allMatch(change -> change.matches(".*\\b(fay|eve|dee)\\b.*"));
        int before = DeltaScenes.askedSoFar(scene);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(DeltaScenes.asked(scene, before)).hasSize(2);
    }

    @Test
    @DisplayName("G7 tokens that expire at once fail the run")
    void tokensThatExpireAtOnceFailTheRun() {
        Scene scene = SCENES.synced("short-lived");
        scene.graph()
                .server()
                .plan(PlannedFault.answer(
                        request -> DeltaScenes.isPage(request, "users"),
                        Integer.MAX_VALUE,
                        GraphFaults.error(410, "resyncRequired", "again")));
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.message()).contains("expire");
        assertThat(Scene.changes(scene.jira())).isEmpty();
    }

    @Test
    void aLinkToElsewhereIsNeitherFollowedNorStored() {
        Scene scene = SCENES.scene("foreign");
        scene.graph().behaviour().linkPages(NextLinks.FOREIGN_HOST);
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.message()).contains("Graph sent a link").doesNotContain("Exception");
        assertThat(SCENES.jdbc()
                        .sql("select count(*) from delta_round where next_link like '%attacker%'"
                                + " or delta_link like '%attacker%'")
                        .query(Long.class)
                        .single())
                .isZero();
        scene.graph().behaviour().linkPages(NextLinks.PROPER);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void aStoredLinkThatSomebodyBentIsNotFollowed() {
        Scene scene = SCENES.synced("tampered");
        storeLink(scene, "delta_link", "https://graph.attacker.example/v1.0/users/delta?$deltatoken=x");
        int before = DeltaScenes.askedSoFar(scene);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(DeltaScenes.asked(scene, before)).hasSize(2).allMatch(request -> request.contains("$select="));
        assertThat(Scene.changes(scene.jira())).isEmpty();
    }

    @Test
    void aRoundThatGoesInACircleFails() {
        Scene scene = SCENES.scene("loop");
        scene.graph().behaviour().cutDeltaPages(2, 2);
        scene.graph().behaviour().linkPages(NextLinks.LOOP);
        assertThat(scene.sync().state()).isEqualTo(RunState.FAILED);
    }

    @Test
    void changedSettingsLeadToARoundThatShowsEverything() {
        Scene scene = SCENES.synced("basis");
        storeLink(scene, "basis", "of other settings");
        int before = DeltaScenes.askedSoFar(scene);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(DeltaScenes.asked(scene, before)).hasSize(2).allMatch(request -> request.contains("$select="));
    }
}
