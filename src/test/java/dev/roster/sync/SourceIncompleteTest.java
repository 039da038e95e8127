package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedRequest;
import dev.roster.demo.graph.GraphFaults;
import dev.roster.demo.graph.NextLinks;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A list of the source that shows less than there is takes nothing away from anybody, anywhere. */
class SourceIncompleteTest {

    private static final int FOR_GOOD = Integer.MAX_VALUE;
    private static final Stage STAGE = Stage.empty();
    private static final Map<Loss, RunRow> RUNS = new EnumMap<>(Loss.class);

    /** What happens to the source after a first, whole sync, and how the next run has to end. */
    enum Loss {
        SECOND_PAGE_OF_PEOPLE(RunState.FAILED, (scene, tenant) -> fail(scene, nextPage("/v1.0/users"), 500)),
        SECOND_PAGE_CUT_OFF(
                RunState.FAILED,
                (scene, tenant) -> scene.graph()
                        .server()
                        .plan(PlannedFault.changed(nextPage("/v1.0/users"), FOR_GOOD, SimulatedAnswer::truncated))),
        PAGE_EXPIRED(
                RunState.FAILED,
                (scene, tenant) -> scene.graph()
                        .server()
                        .plan(PlannedFault.answer(
                                nextPage("/v1.0/users"),
                                FOR_GOOD,
                                GraphFaults.error(400, "Directory_ExpiredPageToken", "expired")))),
        GROUPS(RunState.FAILED, (scene, tenant) -> fail(scene, PlannedFault.on("GET", "/v1.0/groups"), 503)),
        GROUPS_FORBIDDEN(RunState.FAILED, (scene, tenant) -> fail(scene, PlannedFault.on("GET", "/v1.0/groups"), 403)),
        BATCHES(RunState.FAILED, (scene, tenant) -> fail(scene, PlannedFault.on("POST", "/v1.0/$batch"), 500)),
        ONE_GROUPS_MEMBERS(
                RunState.FAILED,
                (scene, tenant) -> scene.graph()
                        .planPart(PlannedFault.answer(
                                PlannedFault.on(
                                        "GET", tenant.groupNamed("team-b").id()),
                                FOR_GOOD,
                                GraphFaults.error(403, "Authorization_RequestDenied", "no")))),
        ONE_GROUPS_TOKEN(
                RunState.FAILED,
                (scene, tenant) -> scene.graph()
                        .planPart(PlannedFault.answer(
                                PlannedFault.on(
                                        "GET", tenant.groupNamed("team-b").id()),
                                FOR_GOOD,
                                GraphFaults.error(401, "InvalidAuthenticationToken", "no")))),
        FOREIGN_LINK(
                RunState.FAILED, (scene, tenant) -> scene.graph().behaviour().linkPages(NextLinks.FOREIGN_HOST)),
        OTHER_SCHEME(
                RunState.FAILED, (scene, tenant) -> scene.graph().behaviour().linkPages(NextLinks.OTHER_SCHEME)),
        OUTSIDE(RunState.FAILED, (scene, tenant) -> scene.graph().behaviour().linkPages(NextLinks.OUTSIDE_VERSION)),
        LOOP(RunState.FAILED, (scene, tenant) -> scene.graph().behaviour().linkPages(NextLinks.LOOP)),
        NO_SIGN_IN(RunState.FAILED, (scene, tenant) -> {
            scene.graph().expireTokens();
            scene.graph()
                    .server()
                    .plan(PlannedFault.answer(
                            PlannedFault.on("POST", "/oauth2/v2.0/token"),
                            FOR_GOOD,
                            SimulatedAnswer.json(
                                    401,
                                    "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: no\","
                                            + "\"error_codes\":[7000215]}")));
        }),
        PAGE_INSTEAD_OF_A_TOKEN(RunState.FAILED, (scene, tenant) -> {
            scene.graph().expireTokens();
            scene.graph()
                    .server()
                    .plan(PlannedFault.answer(
                            PlannedFault.on("POST", "/oauth2/v2.0/token"),
                            FOR_GOOD,
                            SimulatedAnswer.text(200, "text/html", "<html></html>")));
        }),
        EMPTY_FIRST_PAGES(
                RunState.COMPLETED, (scene, tenant) -> scene.graph().behaviour().startWithEmptyPages(true)),
        NOBODY_LEFT(
                RunState.AWAITING_APPROVAL,
                (scene, tenant) ->
                        List.of("ann", "bob", "cid", "dee", "eve", "fay").forEach(name -> Cast.delete(tenant, name))),
        NO_GROUPS_LEFT(
                RunState.AWAITING_APPROVAL,
                (scene, tenant) -> tenant.groups().forEach(group -> tenant.deleteGroup(group.id()))),
        A_GROUP_EMPTIED(RunState.AWAITING_APPROVAL, (scene, tenant) -> Cast.leave(tenant, "team-b", "ann"));

        final RunState end;
        final BiConsumer<Scene, SimulatedTenant> happens;

        Loss(RunState end, BiConsumer<Scene, SimulatedTenant> happens) {
            this.end = end;
            this.happens = happens;
        }

        String scene() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static void fail(Scene scene, Predicate<SimulatedRequest> matches, int status) {
        scene.graph()
                .server()
                .plan(PlannedFault.answer(matches, FOR_GOOD, GraphFaults.error(status, "Trouble", "in trouble")));
    }

    private static Predicate<SimulatedRequest> nextPage(String path) {
        return request -> request.rawPath().equals(path)
                && String.valueOf(request.rawQuery()).contains("skiptoken");
    }

    @BeforeAll
    static void twoRunsOfEach() {
        Map<Loss, SimulatedTenant> tenants = new EnumMap<>(Loss.class);
        for (Loss loss : Loss.values()) {
            SimulatedTenant tenant = Cast.six();
            tenants.put(loss, tenant);
            Landscape landscape = Landscape.start(tenant);
            landscape.graph().behaviour().cutPages(2);
            STAGE.scene(loss.scene(), landscape)
                    .with("entra.read", "list")
                    .with("groups.include", "team-.*")
                    .with("groups.delete", "true");
        }
        syncAll().forEach((loss, run) -> assertThat(run.state()).isEqualTo(RunState.COMPLETED));
        for (Loss loss : Loss.values()) {
            STAGE.scene(loss.scene()).forgetChanges();
            loss.happens.accept(STAGE.scene(loss.scene()), Kept.in(tenants, loss));
        }
        RUNS.putAll(syncAll());
    }

    private static Map<Loss, RunRow> syncAll() {
        Map<Loss, Long> started = new LinkedHashMap<>();
        for (Loss loss : Loss.values()) {
            started.put(loss, STAGE.scene(loss.scene()).start());
        }
        Map<Loss, RunRow> runs = new EnumMap<>(Loss.class);
        started.forEach((loss, run) -> runs.put(loss, STAGE.scene(loss.scene()).ended(run)));
        return runs;
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @ParameterizedTest
    @EnumSource
    void theRunEndsAsItHasTo(Loss loss) {
        assertThat(Kept.in(RUNS, loss).state())
                .as(String.valueOf(Kept.in(RUNS, loss)))
                .isEqualTo(loss.end);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsWrittenAnywhere(Loss loss) {
        for (SimulatedProduct product : STAGE.scene(loss.scene()).landscape().products()) {
            assertThat(Scene.changes(product)).isEmpty();
        }
    }

    @Test
    void aWaitingRunSaysWhatIsMissing() {
        assertThat(Kept.in(RUNS, Loss.NOBODY_LEFT).waitsFor()).contains("no people");
        assertThat(Kept.in(RUNS, Loss.NO_GROUPS_LEFT).waitsFor()).contains("no groups");
        assertThat(Kept.in(RUNS, Loss.A_GROUP_EMPTIED).waitsFor()).contains("team-b");
    }

    @Test
    void aFailedRunSaysWhyInOneSentence() {
        assertThat(Kept.in(RUNS, Loss.SECOND_PAGE_OF_PEOPLE).message()).contains("HTTP 500");
        assertThat(Kept.in(RUNS, Loss.NO_SIGN_IN).message()).contains("7000215");
        for (Loss loss : Loss.values()) {
            if (loss.end == RunState.FAILED) {
                assertThat(Kept.in(RUNS, loss).message())
                        .as(loss.name())
                        .isNotBlank()
                        .doesNotContain("http://");
            }
        }
    }

    @Test
    void aThrottledPartOfABatchIsAskedAgainAfterItsTime() {
        // In the scene whose source is whole; its first run is over.
        Scene scene = STAGE.scene(Loss.EMPTY_FIRST_PAGES.scene());
        scene.graph().planPart(PlannedFault.answer(request -> true, 1, GraphFaults.throttled(1)));
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(java.time.Duration.between(run.startedAt(), run.finishedAt()))
                .isGreaterThanOrEqualTo(java.time.Duration.ofSeconds(1));
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(Scene.changes(product)).isEmpty();
        }
    }

    @Test
    void anExpiredTokenIsRenewedOnceInTheMiddleOfARun() {
        Scene scene = STAGE.scene(Loss.EMPTY_FIRST_PAGES.scene());
        int before = scene.graph().tokensIssued();
        scene.graph().expireTokens();
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(scene.graph().tokensIssued()).isEqualTo(before + 1);
    }

    @Test
    void aTokenThatIsRefusedForPartsOfABatchIsRenewedOnce() {
        Scene scene = STAGE.scene(Loss.EMPTY_FIRST_PAGES.scene());
        int before = scene.graph().tokensIssued();
        scene.graph()
                .planPart(PlannedFault.answer(
                        request -> true,
                        2,
                        GraphFaults.error(401, "InvalidAuthenticationToken", "Lifetime validation failed.")));
        RunRow run = scene.sync();
        assertThat(run.state()).as(String.valueOf(run)).isEqualTo(RunState.COMPLETED);
        assertThat(scene.graph().tokensIssued()).isEqualTo(before + 1);
        for (SimulatedProduct product : scene.landscape().products()) {
            assertThat(Scene.changes(product)).isEmpty();
        }
    }
}
