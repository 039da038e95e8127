package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.graph.GraphFaults;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.run.RunRequest;
import dev.roster.run.Runs;
import dev.roster.store.Run;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reading only what has changed: what comes of each round. */
class DeltaTest {

    private static final DeltaScenes SCENES = new DeltaScenes();

    @BeforeAll
    static void scenes() {
        SCENES.withJira(
                "idle",
                "restored",
                "emptied",
                "emptied-by-deletion",
                "split",
                "reconcile",
                "late",
                "refused",
                "throttled");
        SCENES.add("limited").without("bitbucket");
        SCENES.add("unclear").without("confluence").without("bitbucket").with("scope.groups", "nobody-has-it");
    }

    @AfterAll
    static void close() {
        SCENES.close();
    }

    @Test
    void aRoundWithoutChangesCostsTwoRequests() {
        Scene scene = SCENES.synced("idle");
        int before = DeltaScenes.askedSoFar(scene);
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(DeltaScenes.asked(scene, before))
                .hasSize(2)
                .allMatch(request -> request.contains("/delta?$deltatoken="));
        assertThat(DeltaScenes.askedSoFar(scene)).isEqualTo(before + 2);
        assertThat(Scene.changes(scene.jira())).isEmpty();
    }

    @Test
    void whoIsRestoredIsInTheGroupsAgain() {
        Scene scene = SCENES.synced("restored");
        String ann = Cast.person(SCENES.tenant("restored"), "ann").id();
        Cast.delete(SCENES.tenant("restored"), "ann");
        // Otherwise team-b and team-gone, where she was alone, would make the run wait.
        Cast.join(SCENES.tenant("restored"), "team-b", "bob");
        Cast.join(SCENES.tenant("restored"), "team-gone", "bob");
        scene.sync();
        assertThat(Scene.changes(scene.jira())).contains("DEACTIVATE_USER ann");
        scene.forgetChanges();
        SCENES.tenant("restored").restorePerson(ann);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.jira().directory().members("team-a")).contains("ann");
        assertThat(scene.jira().directory().members("team-b")).contains("ann", "bob");
        assertThat(Scene.changes(scene.jira())).contains("ACTIVATE_USER ann");
    }

    @Test
    void aGroupThatLosesEverybodyOverSeveralRoundsMakesTheRunWait() {
        SimulatedTenant tenant = SCENES.tenant("emptied");
        Cast.join(tenant, "team-b", "bob");
        Scene scene = SCENES.synced("emptied");
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
        Scene scene = SCENES.synced("emptied-by-deletion");
        Cast.delete(SCENES.tenant("emptied-by-deletion"), "ann");
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        assertThat(run.waitsFor()).contains("team-b", "team-gone").doesNotContain("team-a");
    }

    @Test
    void aGroupInPartsIsOneGroup() {
        Scene scene = SCENES.scene("split");
        scene.graph().behaviour().cutDeltaPages(200, 1);
        scene.graph().behaviour().startWithEmptyPages(true);
        scene.graph().behaviour().startWithRemovals(true);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.jira().directory().members("team-a")).containsExactly("ann", "bob", "cid", "dee", "eve");
    }

    private static RunRow run(Scene scene, boolean reconcile, List<String> targets) {
        Run run = SCENES.stage()
                .app()
                .getBean(Runs.class)
                .open(new RunRequest(scene.connection(), Run.Mode.SYNC, reconcile, targets, "api", null));
        SCENES.stage().app().getBean(ProducerTemplate.class).sendBody("seda:runs?waitForTaskToComplete=Never", run);
        return scene.ended(run.id());
    }

    @Test
    void aReconcileListsAndTheNextRoundGoesOnWhereTheLastOneEnded() {
        Scene scene = SCENES.synced("reconcile");
        Cast.join(SCENES.tenant("reconcile"), "team-b", "fay");
        int before = DeltaScenes.askedSoFar(scene);
        assertThat(run(scene, true, List.of()).state()).isEqualTo(RunState.COMPLETED);
        assertThat(DeltaScenes.asked(scene, before)).isNotEmpty().noneMatch(request -> request.contains("delta"));
        assertThat(Scene.changes(scene.jira())).containsExactly("ADD_MEMBER fay team-b");
        scene.forgetChanges();
        before = DeltaScenes.askedSoFar(scene);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(DeltaScenes.asked(scene, before)).hasSize(2).allMatch(request -> request.contains("$deltatoken="));
        assertThat(Scene.changes(scene.jira())).isEmpty();
    }

    @Test
    void aChangeThatShowsLateIsMadeLate() {
        Scene scene = SCENES.synced("late");
        scene.graph().behaviour().holdChangesBack(true);
        scene.sync();
        Cast.join(SCENES.tenant("late"), "team-b", "fay");
        scene.sync();
        assertThat(Scene.changes(scene.jira())).isEmpty();
        scene.graph().behaviour().holdChangesBack(false);
        scene.sync();
        assertThat(Scene.changes(scene.jira())).containsExactly("ADD_MEMBER fay team-b");
    }

    @Test
    void anyOtherRefusalFailsTheRunAndSaysWhatToDo() {
        Scene scene = SCENES.synced("refused");
        scene.graph()
                .server()
                .plan(PlannedFault.answer(
                        request -> DeltaScenes.isPage(request, "groups"),
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
        Scene scene = SCENES.synced("throttled");
        scene.graph()
                .server()
                .plan(PlannedFault.answer(
                        request -> DeltaScenes.isPage(request, "groups"), 1, GraphFaults.throttled(1)));
        Cast.join(SCENES.tenant("throttled"), "team-b", "fay");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(Scene.changes(scene.jira())).containsExactly("ADD_MEMBER fay team-b");
    }

    @Test
    void whatARunOfOneTargetReadsIsNotLostForTheOthers() {
        Scene scene = SCENES.synced("limited");
        SCENES.tenant("limited").changePerson(Cast.upn("ann"), person -> person.withDisplayName("Ann Newname"));
        Cast.join(SCENES.tenant("limited"), "team-b", "fay");
        assertThat(run(scene, false, List.of("jira")).state()).isEqualTo(RunState.COMPLETED);
        assertThat(Scene.changes(scene.jira())).contains("ADD_MEMBER fay team-b");
        assertThat(Scene.changes(scene.confluence())).isEmpty();
        assertThat(SCENES.jdbc()
                        .sql("select count(*) from due_person d join target_name t on t.no = d.target_no"
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
        Scene scene = SCENES.scene("unclear");
        for (int i = 0; i < 2; i++) {
            RunRow run = scene.sync();
            assertThat(run.state()).isEqualTo(RunState.FAILED);
            assertThat(run.message()).contains("nobody-has-it");
        }
        Cast.group(SCENES.tenant("unclear"), "nobody-has-it", "ann");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.jira().directory().account("ann")).isPresent();
        assertThat(scene.jira().directory().account("bob")).isEmpty();
    }
}
