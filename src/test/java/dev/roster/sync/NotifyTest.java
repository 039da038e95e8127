package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.io.IOException;
import java.time.OffsetDateTime;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Somebody is told when a run waits or fails: once, again after a day, and when all is well. */
@ExtendWith(OutputCaptureExtension.class)
class NotifyTest {

    private static final Stage STAGE = Stage.empty();
    private static Hook hook;

    @BeforeAll
    static void scenes() throws IOException {
        hook = new Hook();
        // Told when the tests say so, and not in between.
        STAGE.withProperty("roster.notify.webhook", hook.address()).withProperty("notify.cron", "0 0 0 1 1 ? 2099");
        for (String name : new String[] {"waits", "unheard"}) {
            Scene scene = STAGE.scene(name, Landscape.start(Cast.six())).with("limits.first-run", "approve");
            scene.jira().directory().seed().user("old", "Old", "old@example.com");
        }
        STAGE.scene("fails", Landscape.start(Cast.six()));
        STAGE.app();
    }

    @AfterAll
    static void close() {
        STAGE.close();
        hook.close();
    }

    private static void tell() {
        STAGE.app().getBean(ProducerTemplate.class).sendBody("direct:notify-webhook", "");
    }

    @Test
    void aRunThatWaitsIsToldOnceAndAgainAfterADay() {
        Scene scene = STAGE.scene("waits");
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.AWAITING_APPROVAL);
        tell();
        assertThat(hook.toldOf("waits")).singleElement().satisfies(message -> {
            assertThat(message.path("run").asLong()).isEqualTo(run.id());
            assertThat(message.path("state").asString()).isEqualTo("awaiting-approval");
            assertThat(message.path("reminder").asBoolean()).isFalse();
            assertThat(message.path("text").asString())
                    .startsWith("Roster: run " + run.id() + " of waits waits for approval: the first run against jira");
        });
        tell();
        scene.sync();
        tell();
        assertThat(hook.toldOf("waits")).as("the same plan waits").isEmpty();

        aDayLater();
        tell();
        tell();
        assertThat(hook.toldOf("waits"))
                .singleElement()
                .satisfies(
                        message -> assertThat(message.path("text").asString()).contains("still waits for approval"));

        assertThat(scene.approve(run).state()).isEqualTo(RunState.COMPLETED);
        tell();
        assertThat(hook.toldOf("waits"))
                .singleElement()
                .satisfies(
                        message -> assertThat(message.path("text").asString()).contains("all is well again"));
        scene.sync();
        aDayLater();
        tell();
        assertThat(hook.toldOf("waits")).isEmpty();
    }

    private static void aDayLater() {
        JdbcClient jdbc = STAGE.app().getBean(JdbcClient.class);
        jdbc.sql("update notice set told_at = ?")
                .params(OffsetDateTime.now().minusHours(25))
                .update();
    }

    @Test
    void aFailureIsToldOnceUntilItIsMended() {
        Scene scene = STAGE.scene("fails");
        scene.sync();
        tell();
        assertThat(hook.toldOf("fails")).as("a success to begin with").isEmpty();

        scene.graph()
                .server()
                .plan(PlannedFault.answer(
                        request -> true, Integer.MAX_VALUE, SimulatedAnswer.text(500, "text/html", "<p>")));
        RunRow failed = scene.sync();
        assertThat(failed.state()).isEqualTo(RunState.FAILED);
        tell();
        scene.sync();
        tell();
        assertThat(hook.toldOf("fails"))
                .singleElement()
                .satisfies(message ->
                        assertThat(message.path("text").asString()).contains("run " + failed.id(), "failed: HTTP 500"));

        scene.graph().server().forgetFaults();
        scene.jira()
                .server()
                .plan(PlannedFault.answer(
                        request -> true, Integer.MAX_VALUE, SimulatedAnswer.text(503, "text/html", "<p>")));
        // A run with nothing to do would not notice.
        scene.reconcile();
        tell();
        assertThat(hook.toldOf("fails"))
                .extracting(message -> message.path("state").asString())
                .containsExactly("completed-with-errors");
        scene.jira().server().forgetFaults();
        scene.sync();
        tell();
        assertThat(hook.toldOf("fails"))
                .extracting(message -> message.path("state").asString())
                .containsExactly("completed");
    }

    @Test
    void whatCouldNotBeToldStaysNewAndTheAddressStaysSecret(CapturedOutput output) {
        Scene scene = STAGE.scene("unheard");
        hook.answers(500);
        RunRow run = scene.sync();
        tell();
        hook.answers(302);
        tell();
        assertThat(output.getAll())
                .contains("the webhook could not be told that run " + run.id()
                        + " of unheard is awaiting-approval: HTTP 500")
                .contains("of unheard is awaiting-approval: HTTP 302");
        hook.answers(200);
        tell();
        assertThat(hook.toldOf("unheard"))
                .extracting((JsonNode message) -> message.path("run").asLong())
                .containsExactly(run.id());
        assertThat(hook.asked())
                .allSatisfy(request -> assertThat(request)
                        .isEqualTo("POST /services/" + Hook.SECRET + "?sig=" + Hook.SECRET + "%2Fx application/json"));
        assertThat(output.getAll()).doesNotContain(Hook.SECRET);
        CamelContext camel = STAGE.app().getBean(CamelContext.class);
        assertThat(camel.getEndpoints())
                .extracting(Endpoint::getEndpointUri)
                .noneMatch(uri -> uri.contains(Hook.SECRET));
        assertThat(camel.getRoutes())
                .extracting(Route::getId)
                .contains("notify-webhook", "notify-schedule-webhook", "tell-webhook");
    }
}
