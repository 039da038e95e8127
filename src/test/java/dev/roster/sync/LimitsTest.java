package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.BitbucketVersion;
import dev.roster.demo.product.ConfluenceVersion;
import dev.roster.demo.product.JiraVersion;
import dev.roster.directory.OperationKind;
import dev.roster.run.RunControl;
import dev.roster.store.Actor;
import dev.roster.store.OperationFilter;
import dev.roster.store.OperationQuery;
import dev.roster.store.OperationRow;
import dev.roster.store.PageRequest;
import dev.roster.store.PassedLimit;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How much a run may take away before somebody has to look at it. */
class LimitsTest {

    private static final int PEOPLE = 20;
    private static final Stage STAGE = Stage.empty();
    private static final Map<String, SimulatedTenant> TENANTS = new LinkedHashMap<>();

    @BeforeAll
    static void everybodyHasJoined() {
        scene("share").with("limits.leavers", "10%").with("limits.at-least", "0");
        scene("order").with("limits.leavers", "100%").with("limits.removed-memberships", "100%");
        scene("floor").with("limits.leavers", "10%").with("limits.at-least", "4");
        scene("count").with("limits.leavers", "2").with("limits.removed-memberships", "100%");
        scene("day").with("limits.leavers", "3");
        scene("memberships").with("limits.removed-memberships", "2");
        scene("rejected").with("limits.leavers", "2");
        scene("one-target").with("limits.leavers", "100%").with("targets.confluence.limits.leavers", "0");
        TENANTS.keySet()
                .forEach(name -> assertThat(STAGE.scene(name).sync().state()).isEqualTo(RunState.COMPLETED));
        TENANTS.keySet().forEach(name -> STAGE.scene(name).forgetChanges());
    }

    private static Scene scene(String name) {
        SimulatedTenant tenant = Cast.nobody();
        Cast.group(tenant, "team-a");
        for (int i = 0; i < PEOPLE; i++) {
            Cast.people(tenant, "p" + i);
            Cast.join(tenant, "team-a", "p" + i);
        }
        TENANTS.put(name, tenant);
        return STAGE.scene(
                        name, Landscape.start(tenant, JiraVersion.V11, ConfluenceVersion.V10_0, BitbucketVersion.V10))
                .with("groups.include", "team-.*");
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    private static void disable(String scene, int from, int to) {
        for (int i = from; i < to; i++) {
            Cast.enable(Kept.in(TENANTS, scene), "p" + i, false);
        }
    }

    private static void assertUntouched(Scene scene) {
        scene.landscape()
                .products()
                .forEach(product -> assertThat(Scene.changes(product)).isEmpty());
    }

    @Test
    void moreThanAShareOfThoseWhoAreManagedWaits() {
        Scene scene = STAGE.scene("share");
        disable("share", 0, 3);
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        assertThat(run.waitsFor()).contains("jira: 3 of 20 managed, over limits.leavers = 10%");
        assertThat(run.passedLimits())
                .contains(new PassedLimit("jira", "limits.leavers", "10%", 3, 0, 20, List.of("p0", "p1", "p2")));
        assertUntouched(scene);
        assertThat(scene.approve(run).state()).isEqualTo(RunState.COMPLETED);
        assertThat(Scene.changes(scene.jira())).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void whatIsTakenAwayIsListedFirst() {
        Scene scene = STAGE.scene("order");
        Cast.people(Kept.in(TENANTS, "order"), "newcomer");
        Cast.join(Kept.in(TENANTS, "order"), "team-a", "newcomer");
        disable("order", 0, 3);
        RunRow run = scene.sync();
        OperationQuery operations = STAGE.app().getBean(OperationQuery.class);
        List<OperationRow> paged = new ArrayList<>();
        for (int page = 0; page < 10; page++) {
            paged.addAll(operations
                    .page(run.id(), OperationFilter.NONE, new PageRequest(page, 7))
                    .items());
        }
        List<OperationRow> each = new ArrayList<>();
        operations.each(run.id(), OperationFilter.NONE, each::add);

        assertThat(paged).isEqualTo(each).hasSizeGreaterThan(7);
        List<Boolean> away = paged.stream()
                .map(row -> OperationKind.of(row.kind()).destructive())
                .toList();
        assertThat(away).contains(true, false);
        assertThat(away.lastIndexOf(true)).isLessThan(away.indexOf(false));
    }

    @Test
    void belowTheFloorNoShareTrips() {
        disable("floor", 0, 3);
        assertThat(STAGE.scene("floor").sync().state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void moreThanACountWaits() {
        disable("count", 0, 2);
        Scene scene = STAGE.scene("count");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        disable("count", 2, 5);
        assertThat(scene.sync().state()).isEqualTo(RunState.AWAITING_APPROVAL);
    }

    @Test
    @DisplayName("R5 what somebody rejected is not carried out by the next run, which waits as well")
    void whatWasRejectedWaitsAgain() {
        disable("rejected", 0, 3);
        Scene scene = STAGE.scene("rejected");
        RunRow first = scene.sync();
        assertThat(first.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        STAGE.app().getBean(RunControl.class).reject(first.id(), new Actor("somebody", "test"));
        assertThat(scene.sync().state()).isEqualTo(RunState.AWAITING_APPROVAL);
        assertUntouched(scene);
    }

    @Test
    void whatWasDoneInTheLast24HoursCountsAndARunThatTakesNothingAwayGoesOn() {
        Scene scene = STAGE.scene("day");
        disable("day", 0, 2);
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        disable("day", 2, 4);
        RunRow waiting = scene.sync();
        assertThat(waiting.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        assertThat(waiting.waitsFor()).contains("jira: 2, with the last 24 hours 4 of 20 managed");
        assertThat(scene.approve(waiting).state()).isEqualTo(RunState.COMPLETED);
        Cast.people(Kept.in(TENANTS, "day"), "newcomer");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void removedMembershipsHaveALimitOfTheirOwn() {
        for (int i = 0; i < 3; i++) {
            Cast.leave(Kept.in(TENANTS, "memberships"), "team-a", "p" + i);
        }
        RunRow run = STAGE.scene("memberships").sync();
        assertThat(run.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        assertThat(run.waitsFor()).contains("limits.removed-memberships = 2");
        assertUntouched(STAGE.scene("memberships"));
    }

    @Test
    void oneTargetOverItsLimitMakesTheWholeRunWait() {
        disable("one-target", 0, 1);
        RunRow run = STAGE.scene("one-target").sync();
        assertThat(run.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        assertThat(run.waitsFor()).contains("confluence: 1 of 20").doesNotContain("jira");
        assertUntouched(STAGE.scene("one-target"));
    }
}
