package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Scene;
import dev.roster.Stage;
import dev.roster.demo.Landscape;
import dev.roster.demo.PlannedFault;
import dev.roster.demo.SimulatedAnswer;
import dev.roster.demo.SimulatedServer;
import dev.roster.demo.graph.SimulatedTenant;
import dev.roster.demo.product.SimulatedProduct;
import dev.roster.store.RunRow;
import dev.roster.store.RunState;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers with 200 whose bodies are not what was asked for take nothing from anybody, and count as no success. */
class BodiesTest {

    private static final int FOR_GOOD = Integer.MAX_VALUE;
    private static final Stage STAGE = Stage.empty();
    private static final Map<Body, SimulatedTenant> TENANTS = new EnumMap<>(Body.class);
    private static final Map<Body, RunRow> FROM_GRAPH = new EnumMap<>(Body.class);
    private static final Map<Body, RunRow> FROM_PRODUCTS = new EnumMap<>(Body.class);

    /** What comes with 200. */
    enum Body {
        SIGN_IN_PAGE("text/html", "<html><body><form action='/login'>Log in</form></body></html>"),
        NOTHING("application/json", ""),
        JSON_NULL("application/json", "null"),
        EMPTY_OBJECT("application/json", "{}"),
        NO_LIST("application/json", "{\"value\":{},\"values\":\"none\",\"results\":3,\"groups\":null,\"users\":true}"),
        HALF("application/json", "{\"value\":[{\"id\":\"a\""),
        NOT_JSON("application/json", "value=[]&values=[]"),
        DEEP("application/json", "{\"value\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}"),
        ERROR("application/json", "{\"error\":{\"code\":\"UnknownError\",\"message\":\"no\"}}"),
        HUGE(
                "application/json",
                "{\"value\":[],\"values\":[],\"results\":[],\"groups\":[],\"users\":[],\"isLastPage\":true"
                        + " ".repeat(33_000_000) + "}");

        final SimulatedAnswer answer;

        Body(String type, String text) {
            this.answer = SimulatedAnswer.text(200, type, text);
        }

        String scene() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @BeforeAll
    static void threeRunsOfEach() {
        for (Body body : Body.values()) {
            SimulatedTenant tenant = Cast.six();
            TENANTS.put(body, tenant);
            STAGE.scene(body.scene(), Landscape.start(tenant))
                    .with("groups.include", "team-.*")
                    .with("groups.delete", "true")
                    .with("users.when-deleted", "delete");
        }
        syncAll().forEach((body, run) -> assertThat(run.state()).isEqualTo(RunState.COMPLETED));
        for (Body body : Body.values()) {
            Cast.delete(Kept.in(TENANTS, body), "dee");
            Cast.leave(Kept.in(TENANTS, body), "team-a", "eve");
            STAGE.scene(body.scene()).forgetChanges();
            answerReads(STAGE.scene(body.scene()).graph().server(), body);
        }
        FROM_GRAPH.putAll(syncAll());
        for (Body body : Body.values()) {
            STAGE.scene(body.scene()).graph().server().forgetFaults();
            STAGE.scene(body.scene()).landscape().products().forEach(product -> answerReads(product.server(), body));
        }
        FROM_PRODUCTS.putAll(syncAll());
    }

    /** Every question but the sign-in. */
    private static void answerReads(SimulatedServer server, Body body) {
        server.plan(PlannedFault.answer(
                request -> !request.rawPath().endsWith("/token")
                        && (request.method().equals("GET") || request.rawPath().endsWith("/$batch")),
                FOR_GOOD,
                body.answer));
    }

    private static Map<Body, RunRow> syncAll() {
        Map<Body, Long> started = new LinkedHashMap<>();
        for (Body body : Body.values()) {
            started.put(body, STAGE.scene(body.scene()).start());
        }
        Map<Body, RunRow> runs = new EnumMap<>(Body.class);
        started.forEach((body, run) -> runs.put(body, STAGE.scene(body.scene()).ended(run)));
        return runs;
    }

    @AfterAll
    static void close() {
        STAGE.close();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("G2, G3 from Graph: the run fails")
    void aSourceThatSaysNonsenseFailsTheRun(Body body) {
        assertThat(Kept.in(FROM_GRAPH, body).state())
                .as(String.valueOf(Kept.in(FROM_GRAPH, body)))
                .isEqualTo(RunState.FAILED);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("T3 from a product: it is left out")
    void aProductThatSaysNonsenseIsLeftOut(Body body) {
        assertThat(Kept.in(FROM_PRODUCTS, body).state())
                .as(String.valueOf(Kept.in(FROM_PRODUCTS, body)))
                .isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(Kept.in(FROM_PRODUCTS, body).leftOut()).containsExactly("bitbucket", "confluence", "jira");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("P4 and nothing is written anywhere, though there was something to take away")
    void nothingIsWritten(Body body) {
        for (SimulatedProduct product : STAGE.scene(body.scene()).landscape().products()) {
            assertThat(Scene.changes(product)).isEmpty();
        }
    }

    @Test
    @DisplayName("T3 a sign-in page in answer to a write is no success")
    void aSignInPageIsNoSuccess() {
        Scene scene = STAGE.scene(Body.SIGN_IN_PAGE.scene());
        scene.landscape().products().forEach(product -> {
            product.server().forgetFaults();
            product.server()
                    .plan(PlannedFault.answer(
                            request -> !request.method().equals("GET"), FOR_GOOD, Body.SIGN_IN_PAGE.answer));
        });
        Cast.people(Kept.in(TENANTS, Body.SIGN_IN_PAGE), "gus");
        RunRow run = scene.sync();
        assertThat(run.state()).isEqualTo(RunState.COMPLETED_WITH_ERRORS);
        assertThat(scene.operations(run))
                .filteredOn(operation -> operation.kind().equals("create-user"))
                .hasSize(3)
                .extracting(Scene.Operation::status)
                .containsOnly("dead");
    }
}
