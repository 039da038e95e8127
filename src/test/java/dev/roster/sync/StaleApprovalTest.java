package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.run.NotWaiting;
import dev.roster.run.RunQueue;
import dev.roster.run.RunRequest;
import dev.roster.store.Run;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A plan that is approved late: it is carried out when nothing it rests on has moved, else refused with what has. */
class StaleApprovalTest {

    private static final Stage STAGE = Stage.empty();
    private static final Map<String, SimulatedTenant> TENANTS = new LinkedHashMap<>();

    @BeforeAll
    static void scenes() {
        for (String name : List.of("written", "elsewhere", "read", "more", "failed", "halfway", "again", "unchanged")) {
            SimulatedTenant tenant = Cast.six();
            TENANTS.put(name, tenant);
            STAGE.scene(name, Landscape.start(tenant)).with("groups.include", "team-.*");
        }
        STAGE.app();
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static RunRow run(Scene scene, Run.Mode mode, String... targets) {
        long run = STAGE.app()
                .getBean(RunQueue.class)
                .start(new RunRequest(scene.connection(), mode, false, List.of(targets), "api", "ann"));
        return scene.ended(run);
    }

    @Test
    void aRunThatWroteToTheSameObjectsIsNamedWithWhatItDid() {
        Scene scene = STAGE.scene("written");
        RunRow plan = run(scene, Run.Mode.PLAN);
        RunRow other = run(scene, Run.Mode.SYNC);

        assertThatThrownBy(() -> scene.approve(plan))
                .isInstanceOf(NotWaiting.class)
                .hasMessageContaining("run " + other.id() + " was carried out since")
                .hasMessageContaining("create-user")
                .hasMessageMatching("(?s).*and \\d+ more.*");
        assertThat(scene.ended(plan.id()).state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void aRunOfAnotherTargetIsNoHindrance() {
        Scene scene = STAGE.scene("elsewhere");
        RunRow plan = run(scene, Run.Mode.PLAN, "jira");
        run(scene, Run.Mode.SYNC, "confluence");

        assertThat(scene.approve(plan).state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.jira().directory().account("ann")).isPresent();
    }

    @Test
    void whatALaterReadingNoLongerWantsIsNamed() {
        Scene scene = STAGE.scene("read");
        run(scene, Run.Mode.SYNC);
        SimulatedTenant tenant = Kept.in(TENANTS, "read");
        Cast.join(tenant, "team-b", "fay");
        RunRow plan = run(scene, Run.Mode.PLAN);
        Cast.leave(tenant, "team-b", "fay");
        RunRow later = run(scene, Run.Mode.PLAN);

        assertThatThrownBy(() -> scene.approve(plan))
                .isInstanceOf(NotWaiting.class)
                .hasMessageContaining("run " + later.id() + " has read since, and no longer plans")
                .hasMessageContaining("jira: add-member fay team-b");
    }

    @Test
    void whatComesOnTopDoesNotMakeAPlanStale() {
        Scene scene = STAGE.scene("more");
        run(scene, Run.Mode.SYNC);
        SimulatedTenant tenant = Kept.in(TENANTS, "more");
        Cast.join(tenant, "team-b", "fay");
        RunRow plan = run(scene, Run.Mode.PLAN);
        Cast.join(tenant, "team-b", "bob");
        run(scene, Run.Mode.PLAN);

        assertThat(scene.approve(plan).state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.jira().directory().members("team-b")).contains("fay").doesNotContain("bob");
    }

    @Test
    void aReadingThatFailedAndFoundNothingNewIsNoHindrance() {
        Scene scene = STAGE.scene("failed");
        RunRow plan = run(scene, Run.Mode.PLAN);
        failToRead(scene);

        assertThat(scene.approve(plan).state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void whatAReadingFoundThatFailedHalfwayNobodyHasPlanned() {
        Scene scene = STAGE.scene("halfway");
        RunRow plan = run(scene, Run.Mode.PLAN);
        Cast.enable(Kept.in(TENANTS, "halfway"), "ann", false);
        RunRow failed = failToRead(scene);

        assertThatThrownBy(() -> scene.approve(plan))
                .isInstanceOf(NotWaiting.class)
                .hasMessageContaining("run " + failed.id() + " has read since, and ended before it had a plan (failed)")
                .hasMessageContaining("had found 1 changed or new people and groups");
    }

    @Test
    void aPlanThatALaterReadingComesToAgainHoldsWhateverFailedBetween() {
        Scene scene = STAGE.scene("again");
        RunRow plan = run(scene, Run.Mode.PLAN);
        Cast.people(Kept.in(TENANTS, "again"), "gus");
        failToRead(scene);
        assertThatThrownBy(() -> scene.approve(plan)).isInstanceOf(NotWaiting.class);
        run(scene, Run.Mode.PLAN);

        assertThat(scene.approve(plan).state()).isEqualTo(RunState.COMPLETED);
    }

    /** People can be read, groups can't. */
    private static RunRow failToRead(Scene scene) {
        scene.graph()
                .server()
                .plan(PlannedFault.answer(
                        request -> request.rawPath().contains("/groups"),
                        Integer.MAX_VALUE,
                        SimulatedAnswer.text(500, "text/html", "<p>")));
        RunRow failed = run(scene, Run.Mode.SYNC);
        scene.graph().server().forgetFaults();
        assertThat(failed.state()).isEqualTo(RunState.FAILED);
        return failed;
    }

    @Test
    void theSamePlanMadeAgainIsStillTheSame() {
        Scene scene = STAGE.scene("unchanged");
        RunRow plan = run(scene, Run.Mode.PLAN);
        run(scene, Run.Mode.PLAN);

        assertThat(scene.approve(plan).state()).isEqualTo(RunState.COMPLETED);
    }
}
