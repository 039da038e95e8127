package dev.roster.reload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.RunningService;
import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.reload.RoutesState.Word;
import dev.roster.run.QuietTime;
import dev.roster.store.Breadths;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Edits of the route files while Roster runs. */
@ExtendWith(OutputCaptureExtension.class)
class TakenEditsTest {

    private static final Stage STAGE = Stage.empty();
    private static final String OWN = """
            - route:
                id: own-trigger
                description: An operator's own way to start a run.
                from:
                  uri: direct:own-trigger
                  steps:
                    - log:
                        loggingLevel: INFO
                        message: the own route runs
                    - to:
                        uri: direct:sync
            """;

    @SuppressWarnings("NullAway.Init")
    private static Scene scene;

    @SuppressWarnings("NullAway.Init")
    private static RoutesUnderWatch routes;

    @BeforeAll
    static void start() throws IOException {
        scene = STAGE.scene("acme", Landscape.start(RunningService.smallTenant()))
                .with("groups.include", "jira-.*");
        routes = new RoutesUnderWatch(STAGE);
        STAGE.app();
    }

    @AfterAll
    static void end() {
        STAGE.close();
        routes.close();
    }

    @AfterEach
    void takeBack() {
        scene.graph().server().forgetFaults();
        routes.restore();
    }

    private static String saying(String text, int indent) {
        return """
                - log:
                    loggingLevel: INFO
                    logName: dev.roster.runs
                    message: "%s"
                """.formatted(text).indent(indent);
    }

    /** The routes that run, by their ids; one that was exchanged is another object. */
    private static Map<String, Route> running() {
        return routes.camel().getRoutes().stream().collect(Collectors.toMap(Route::getRouteId, route -> route));
    }

    private static void trigger(String address) {
        Long run = STAGE.app().getBean(ProducerTemplate.class).requestBody(address, "acme", Long.class);
        assertThat(scene.ended(Objects.requireNonNull(run)).state()).isEqualTo(RunState.COMPLETED);
    }

    private static void assertPlansAnew(boolean everything) {
        String cause = everything ? "settings-changed" : "no-changes";
        RunRow run = scene.sync();
        assertThat(STAGE.app().getBean(Breadths.class).causes(run.id()).values())
                .containsOnly(cause);
    }

    @Test
    void aRemarkPlansNothingAnewAndAnotherStepEverything() {
        scene.sync();
        assertPlansAnew(false);
        routes.edit("sync.camel.yaml", "- route:", "# A remark.\n\n- route:");
        routes.taken();
        assertPlansAnew(false);
        String place = "      uri: direct:sync\n      steps:\n";
        routes.edit("sync.camel.yaml", place, place + saying("another step", 8));
        routes.taken();
        assertPlansAnew(true);
    }

    @Test
    void theNextRunGoesByTheEditAndOnlyWhatDiffersIsExchanged(CapturedOutput output) {
        Map<String, Route> before = running();
        String place = "      uri: direct:sync\n      steps:\n";
        routes.edit("sync.camel.yaml", place, place + saying("the edited route runs", 8));
        routes.taken();

        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(output)
                .contains("the edited route runs")
                .contains("the edit of sync.camel.yaml is taken: exchanged sync\n");
        Map<String, Route> after = running();
        assertThat(after).hasSameSizeAs(before);
        assertThat(after.get("sync")).isNotSameAs(before.get("sync"));
        before.remove("sync");
        assertThat(after).containsAllEntriesOf(before);
    }

    @Test
    void aFileOfOnesOwnComesAndGoes(CapturedOutput output) {
        routes.save("own.camel.yaml", OWN);
        routes.taken();
        trigger("direct:own-trigger");
        assertThat(output).contains("the own route runs").contains("is taken: new own-trigger");

        routes.delete("own.camel.yaml");
        routes.taken();
        assertThat(running()).doesNotContainKey("own-trigger");
        assertThat(output).contains("is taken: gone own-trigger");
    }

    @Test
    void aTemplateReachesAllThatIsMadeFromIt(CapturedOutput output) {
        Map<String, Route> before = running();
        String place = "        uri: \"direct:look-{{target}}\"\n        steps:\n";
        routes.edit("look.camel.yaml", place, place + saying("an edited look at {{target}}", 10));
        routes.taken();

        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        for (String target : new String[] {"jira", "confluence", "bitbucket"}) {
            assertThat(output).contains("an edited look at acme." + target);
            assertThat(running().get("look-target-acme." + target))
                    .isNotSameAs(before.get("look-target-acme." + target));
        }
        assertThat(running().get("apply-target-acme.jira")).isSameAs(before.get("apply-target-acme.jira"));
    }

    @Test
    void aTemplateThatFilesUseReachesTheirRoutes() {
        Map<String, Route> before = running();
        String place = "        uri: \"direct:{{product}}-read-{{what}}\"\n        steps:\n";
        routes.edit("look.camel.yaml", place, place + saying("pages of {{what}}", 10));
        routes.taken();

        assertThat(running().get("jira-read-groups")).isNotSameAs(before.get("jira-read-groups"));
        assertThat(running().get("jira-look-around")).isSameAs(before.get("jira-look-around"));
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void aRouteConfigurationReachesTheRoutesOfAllFiles() {
        unavailableOnce();
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);

        routes.edit(
                "errors.camel.yaml",
                "          onExceptionOccurredRef: redeliveryDelay\n          redeliveryPolicyRef: again\n"
                        + "          handled:\n            constant:\n              expression: \"false\"",
                "          redeliveryPolicyRef: once\n"
                        + "          handled:\n            constant:\n              expression: \"false\"");
        routes.taken();

        unavailableOnce();
        assertThat(scene.sync().state()).isEqualTo(RunState.FAILED);
    }

    private static void unavailableOnce() {
        scene.graph()
                .server()
                .plan(PlannedFault.answer(
                        PlannedFault.on("GET", "/v1.0/users"), 1, SimulatedAnswer.json(503, "{\"error\":{}}")));
    }

    @Test
    void whileARunIsAtWorkAnEditWaits(CapturedOutput output) throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        scene.graph().server().plan(PlannedFault.changed(PlannedFault.on("GET", "/v1.0/users"), 1, answer -> {
            asked.countDown();
            await(answered);
            return answer;
        }));
        long run = scene.start();
        await(asked);

        String place = "      uri: direct:look\n      steps:\n";
        routes.edit("look.camel.yaml", place, place + saying("an edited look", 8));
        RoutesUnderWatch.soon().until(() -> routes.status().word() == Word.WAITING);
        answered.countDown();

        assertThat(scene.ended(run).state()).isEqualTo(RunState.COMPLETED);
        routes.taken();
        assertThat(output)
                .contains("the edit of look.camel.yaml is taken as soon as nothing is at work")
                .doesNotContain("an edited look\n");
        assertThat(scene.sync().state()).isEqualTo(RunState.COMPLETED);
        assertThat(output).contains("an edited look\n");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aRunThatIsToBeginDuringAnExchangeBeginsAfterIt() {
        CompletableFuture<Long> begun = new CompletableFuture<>();
        boolean used = STAGE.app().getBean(QuietTime.class).use(() -> {
            Thread starting = new Thread(() -> begun.complete(scene.start()));
            starting.start();
            RoutesUnderWatch.soon().until(() -> starting.getState() == Thread.State.WAITING);
            return !begun.isDone();
        });

        assertThat(used).isTrue();
        assertThat(scene.ended(begun.join()).state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void aRouteThatAnOperatorHasStoppedStaysStopped() throws Exception {
        routes.save("own.camel.yaml", OWN);
        routes.taken();
        routes.camel().getRouteController().stopRoute("own-trigger");

        routes.save("own.camel.yaml", OWN.replace("the own route runs", "it runs differently"));
        routes.taken();

        assertThat(routes.camel()
                        .getRouteController()
                        .getRouteStatus("own-trigger")
                        .isStopped())
                .isTrue();
    }
}
